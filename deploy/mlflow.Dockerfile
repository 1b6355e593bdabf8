# syntax=docker/dockerfile:1
# Builds an MLflow 3.4.0 from the root of the repository, of the packages that Modelwire is tested
# with, and the driver for a PostgreSQL of its own:
#   docker build -f deploy/mlflow.Dockerfile -t modelwire-mlflow .
FROM python:3.12-slim-trixie
COPY mlflow/3.4.0/server.txt mlflow/3.4.0/ui.txt /tmp/
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r /tmp/server.txt psycopg2-binary==2.9.11 \
    && pip install --no-deps -r /tmp/ui.txt \
    && install -d -m 0700 -o 1000 -g 1000 /var/lib/mlflow
ENV MLFLOW_DISABLE_TELEMETRY=true
USER 1000:1000
WORKDIR /var/lib/mlflow
VOLUME /var/lib/mlflow
EXPOSE 5000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5000/health', timeout=4)"]
# Under gunicorn, as its default server stores what comes in chunks as empty files.
CMD ["python", "-m", "mlflow", "server", "--host", "0.0.0.0", "--port", "5000", "--workers", "2", \
    "--gunicorn-opts", "--threads 8 --timeout 600", \
    "--serve-artifacts", "--artifacts-destination", "/var/lib/mlflow/artifacts"]
