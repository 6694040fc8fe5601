# Web server and worker from one image. Written with care, not run: see docs/operations.md.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir pip==26.3 && /venv/bin/pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 BELEG_DATA=/data HOST=0.0.0.0
RUN useradd --create-home beleg && mkdir /data && chown beleg /data
COPY --from=build /venv /venv
WORKDIR /app
COPY manage.py gunicorn.conf.py ./
COPY newsroom newsroom
COPY annotations annotations
COPY extraction extraction
COPY templates templates
COPY static static
COPY locale locale
USER beleg
EXPOSE 8000
CMD ["gunicorn", "newsroom.wsgi"]
