"""Imports, their files and the result of each row."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0014_webhooks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
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
                ('form', models.CharField(choices=[('jsonl', 'JSON Lines: articles, annotations, or both'), ('zip', 'ZIP of text files: articles'), ('jsonld', 'W3C Web Annotation: annotations'), ('labelstudio', 'Label Studio: annotations'), ('doccano', 'doccano: annotations')], max_length=11, verbose_name='format')),
                ('name', models.CharField(blank=True, max_length=255, verbose_name='file name')),
                ('desk', models.CharField(blank=True, max_length=100, verbose_name='desk')),
                ('language', models.CharField(max_length=10, verbose_name='language of sentences')),
                ('is_accepting', models.BooleanField(default=False, verbose_name='annotations count as accepted')),
                ('created', models.PositiveIntegerField(default=0, verbose_name='created')),
                ('unchanged', models.PositiveIntegerField(default=0, verbose_name='there already')),
                ('failed', models.PositiveIntegerField(default=0, verbose_name='failed')),
                ('error', models.CharField(blank=True, choices=[('reading', 'The file could not be imported.'), ('crashed', 'The worker process was ended several times while reading the file.'), ('unreadable', 'The file is not in the format that was named.'), ('not_allowed', 'Your role does not permit this import any more.')], max_length=11, verbose_name='error')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to=settings.AUTH_USER_MODEL, verbose_name='requested by')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ImportFile',
            fields=[
                ('job', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='file', serialize=False, to='annotations.import', verbose_name='import')),
                ('content', models.BinaryField(verbose_name='content')),
            ],
            options={
                'verbose_name': 'file of an import',
                'verbose_name_plural': 'files of imports',
            },
        ),
        migrations.CreateModel(
            name='ImportResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.PositiveIntegerField(verbose_name='row')),
                ('item', models.PositiveIntegerField(verbose_name='annotation of the row')),
                ('outcome', models.CharField(choices=[('created', 'created'), ('unchanged', 'there already'), ('failed', 'failed')], max_length=9, verbose_name='outcome')),
                ('object_type', models.CharField(max_length=10, verbose_name='of what')),
                ('object_id', models.BigIntegerField(blank=True, null=True, verbose_name='number of the object')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='problem')),
                ('detail', models.TextField(blank=True, verbose_name='what to do')),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='annotations.import', verbose_name='import')),
            ],
            options={
                'verbose_name': 'result of an import',
                'verbose_name_plural': 'results of imports',
                'ordering': ['job_id', 'row', 'item'],
            },
        ),
        migrations.AddIndex(
            model_name='import',
            index=models.Index(fields=['state', 'due_at'], name='import_due'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), models.Q(('lease', ''), _negated=True), ('lease_until__isnull', False)), models.Q(models.Q(('state', 'running'), _negated=True), ('lease', ''), ('lease_until__isnull', True)), _connector='OR'), name='import_has_lease_while_running'),
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='import_done_up_to_total'),
        ),
        migrations.AddConstraint(
            model_name='importresult',
            constraint=models.UniqueConstraint(fields=('job', 'row', 'item'), name='import_result_once_per_item'),
        ),
    ]
