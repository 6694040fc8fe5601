"""The permission to export. No table changes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("annotations", "0009_external_id_and_bin_of_articles")]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-id"],
                "permissions": [
                    ("use_pages", "Can use the newsroom's pages"),
                    ("use_admin", "Can use the admin panel"),
                    ("see_all_articles", "Sees articles of closed desks and under embargo"),
                    ("export_article", "Can export articles with their marks"),
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
    ]
