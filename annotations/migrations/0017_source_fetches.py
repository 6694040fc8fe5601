"""What became of fetching a source's page."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0016_preferences'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SourceFetch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('queued', 'Queued'), ('running', 'Running'), ('finished', 'Finished'), ('failed', 'Failed')], default='queued', max_length=8, verbose_name='state')),
                ('queued_at', models.DateTimeField(auto_now_add=True, verbose_name='queued at')),
                ('due_at', models.DateTimeField(verbose_name='due at')),
                ('hinted_at', models.DateTimeField(blank=True, null=True, verbose_name='broker told at')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('lease', models.CharField(blank=True, max_length=32, verbose_name='lease')),
                ('lease_until', models.DateTimeField(blank=True, null=True, verbose_name='lease until')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='started at')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished at')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='done')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='in all')),
                ('error_detail', models.TextField(blank=True, verbose_name='error in technical words')),
                ('url', models.URLField(max_length=2000, verbose_name='address on the web')),
                ('final_url', models.CharField(blank=True, max_length=4000, verbose_name='fetched from')),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='status')),
                ('error', models.CharField(blank=True, choices=[('crashed', 'The worker process was ended several times while fetching.'), ('internal', 'The page could not be kept.'), ('not_allowed', 'Your role does not permit keeping copies any more.'), ('not_found', 'The server has no page at this address, or shows it to nobody unknown.'), ('not_kept', 'This is no page, PDF, text or picture. Download it yourself and upload it here.'), ('empty', 'The page is empty.'), ('url_refused', 'This is no address of the web. Correct it in the source.'), ('address_refused', 'The address leads into an internal network, which is never called.'), ('no_answer', 'Nobody answered: the name, the server or its certificate is wrong.'), ('too_slow', 'The answer was not complete after ten seconds.'), ('too_large', 'The page is larger than 5 MB. Save the part you need and upload it here.'), ('too_many_redirects', 'The address leads on too often. Enter the one it ends at.')], max_length=18, verbose_name='error')),
                ('copy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='annotations.sourcecopy', verbose_name='frozen copy')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='requested by')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fetches', to='annotations.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'fetched page',
                'verbose_name_plural': 'fetched pages',
                'ordering': ['-id'],
                'abstract': False,
                'indexes': [models.Index(fields=['state', 'due_at'], name='sourcefetch_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), models.Q(('lease', ''), _negated=True), ('lease_until__isnull', False)), models.Q(models.Q(('state', 'running'), _negated=True), ('lease', ''), ('lease_until__isnull', True)), _connector='OR'), name='sourcefetch_has_lease_while_running'), models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='sourcefetch_done_up_to_total')],
            },
        ),
    ]
