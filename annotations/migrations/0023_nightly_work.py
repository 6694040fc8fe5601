"""What the desk does by itself once a night."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0022_suggestions_by_rule'),
    ]

    operations = [
        migrations.CreateModel(
            name='NightlyWork',
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
                ('task', models.CharField(choices=[('learn', 'learn from decisions'), ('purge', 'remove for good what was kept long enough')], max_length=5, verbose_name='task')),
                ('night', models.DateField(verbose_name='night')),
                ('counts', models.JSONField(blank=True, default=dict, verbose_name='how many')),
                ('error', models.CharField(blank=True, choices=[('internal', 'It could not be done. It is tried again the next night.'), ('crashed', 'The worker process was ended several times while it was done.')], max_length=8, verbose_name='error')),
            ],
            options={
                'verbose_name': 'nightly work',
                'verbose_name_plural': 'nightly work',
                'ordering': ['-id'],
                'abstract': False,
                'indexes': [models.Index(fields=['state', 'due_at'], name='nightlywork_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), models.Q(('lease', ''), _negated=True), ('lease_until__isnull', False)), models.Q(models.Q(('state', 'running'), _negated=True), ('lease', ''), ('lease_until__isnull', True)), _connector='OR'), name='nightlywork_has_lease_while_running'), models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='nightlywork_done_up_to_total'), models.UniqueConstraint(fields=('task', 'night'), name='nightly_work_once_a_night')],
            },
        ),
    ]
