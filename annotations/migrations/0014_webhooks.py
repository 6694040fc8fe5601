"""Webhooks, their deliveries and attempts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0013_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WebhookDelivery',
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
                ('webhook_id', models.CharField(max_length=40, unique=True, verbose_name='webhook-id')),
                ('type', models.CharField(max_length=31, verbose_name='events')),
                ('error', models.CharField(blank=True, choices=[('crashed', 'The worker process was ended several times while delivering.'), ('refused', 'The receiver did not answer with a status from 200 to 299.'), ('unreachable', 'The receiver could not be reached.'), ('withheld', 'Nothing was sent: the owner may not see this article.'), ('internal', 'The delivery could not be made.')], max_length=11, verbose_name='error')),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='annotations.article', verbose_name='article')),
                ('first_event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='annotations.event')),
                ('last_event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='annotations.event')),
            ],
            options={
                'verbose_name': 'delivery',
                'verbose_name_plural': 'deliveries',
                'ordering': ['-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WebhookAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='when')),
                ('status', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='status')),
                ('duration_ms', models.PositiveIntegerField(verbose_name='milliseconds')),
                ('excerpt', models.TextField(blank=True, verbose_name='answer, or why there was none')),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tries', to='annotations.webhookdelivery', verbose_name='delivery')),
            ],
            options={
                'verbose_name': 'attempt',
                'verbose_name_plural': 'attempts',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WebhookEndpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.URLField(max_length=2000, verbose_name='address on the web')),
                ('description', models.CharField(blank=True, max_length=200, verbose_name='what for')),
                ('event_types', models.JSONField(verbose_name='events')),
                ('secret_seed', models.CharField(max_length=32)),
                ('previous_seed', models.CharField(blank=True, max_length=32)),
                ('previous_until', models.DateTimeField(blank=True, null=True, verbose_name='previous secret valid until')),
                ('state', models.CharField(choices=[('active', 'active'), ('paused', 'paused')], default='active', max_length=6, verbose_name='state')),
                ('paused_at', models.DateTimeField(blank=True, null=True, verbose_name='paused at')),
                ('pause_reason', models.CharField(blank=True, choices=[('owner', 'paused by hand'), ('failures', 'no delivery succeeded for about a day'), ('gone', 'the receiver said that it is gone (410)'), ('rights', "the owner's account may no longer keep webhooks")], max_length=8, verbose_name='why paused')),
                ('failures', models.PositiveSmallIntegerField(default=0, verbose_name='failures in a row')),
                ('failing_since', models.DateTimeField(blank=True, null=True, verbose_name='failing since')),
                ('resting_until', models.DateTimeField(blank=True, null=True, verbose_name='not tried before')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='entered at')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='webhooks', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
            ],
            options={
                'verbose_name': 'webhook',
                'verbose_name_plural': 'webhooks',
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='webhookdelivery',
            name='endpoint',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='annotations.webhookendpoint', verbose_name='webhook'),
        ),
        migrations.AddConstraint(
            model_name='webhookendpoint',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pause_reason', ''), ('paused_at__isnull', True), ('state', 'active')), models.Q(('paused_at__isnull', False), ('state', 'paused'), models.Q(('pause_reason', ''), _negated=True)), _connector='OR'), name='webhook_paused_for_a_reason'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(fields=['state', 'due_at'], name='webhookdelivery_due'),
        ),
        migrations.AddIndex(
            model_name='webhookdelivery',
            index=models.Index(condition=models.Q(('state__in', ['queued', 'running'])), fields=['endpoint', 'article', 'id'], name='webhookdelivery_in_order'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), models.Q(('lease', ''), _negated=True), ('lease_until__isnull', False)), models.Q(models.Q(('state', 'running'), _negated=True), ('lease', ''), ('lease_until__isnull', True)), _connector='OR'), name='webhookdelivery_has_lease_while_running'),
        ),
        migrations.AddConstraint(
            model_name='webhookdelivery',
            constraint=models.CheckConstraint(condition=models.Q(('done__lte', models.F('total'))), name='webhookdelivery_done_up_to_total'),
        ),
    ]
