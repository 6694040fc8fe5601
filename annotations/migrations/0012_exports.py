"""Exports of selections, and the pieces of their files."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0011_order_of_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Export',
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
                ('form', models.CharField(max_length=20, verbose_name='format')),
                ('articles', models.JSONField(verbose_name='articles')),
                ('choice', models.JSONField(verbose_name='choice of marks')),
                ('language', models.CharField(max_length=10, verbose_name='language of headings')),
                ('site', models.URLField(max_length=300, verbose_name='address of the desk')),
                ('article_count', models.PositiveIntegerField(default=0, verbose_name='articles written')),
                ('annotation_count', models.PositiveIntegerField(default=0, verbose_name='marks written')),
                ('size', models.PositiveBigIntegerField(default=0, verbose_name='size in bytes')),
                ('error', models.CharField(blank=True, choices=[('writing', 'The file could not be written.'), ('crashed', 'The worker process was ended several times while writing the file.'), ('not_allowed', 'Your role does not permit exports any more.'), ('too_many_rows', 'Excel holds 1,048,575 rows. Choose CSV, or fewer articles.')], max_length=15, verbose_name='error')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exports', to=settings.AUTH_USER_MODEL, verbose_name='requested by')),
            ],
            options={
                'verbose_name': 'export',
                'verbose_name_plural': 'exports',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExportChunk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('content', models.BinaryField(verbose_name='content')),
                ('export', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chunks', to='annotations.export', verbose_name='export')),
            ],
            options={
                'verbose_name': 'piece of an export',
                'verbose_name_plural': 'pieces of exports',
                'ordering': ['export_id', 'number'],
            },
        ),
        migrations.AddIndex(
            model_name='export',
            index=models.Index(fields=['state', 'due_at'], name='export_due'),
        ),
        migrations.AddConstraint(
            model_name='export',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), models.Q(('lease', ''), _negated=True), ('lease_until__isnull', False)), models.Q(models.Q(('state', 'running'), _negated=True), ('lease', ''), ('lease_until__isnull', True)), _connector='OR'), name='export_has_lease_while_running'),
        ),
        migrations.AddConstraint(
            model_name='export',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='export_done_up_to_total'),
        ),
        migrations.AddConstraint(
            model_name='exportchunk',
            constraint=models.UniqueConstraint(fields=('export', 'number'), name='export_chunk_number_once'),
        ),
    ]
