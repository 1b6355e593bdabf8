#!/bin/sh
# Makes the secrets that compose.yaml mounts, in a folder that only its owner can enter. What is
# there already is kept: a database would not be opened with a new password, nor the secrets of
# endpoints with a new key.
set -eu
folder=${1:-$(dirname "$0")/secrets}
umask 077
mkdir -p "$folder"

keep() {
  # Readable by the users of the containers, which are not this one.
  if [ ! -e "$folder/$1" ]; then
    printf '%s\n' "$2" > "$folder/$1"
    chmod 0444 "$folder/$1"
  fi
}

keep modelwire-db-password "$(openssl rand -hex 24)"
keep mlflow-db-password "$(openssl rand -hex 24)"
keep modelwire-database-url "postgresql://modelwire:$(cat "$folder/modelwire-db-password")@modelwire-db:5432/modelwire"
keep mlflow-database-url "postgresql://mlflow:$(cat "$folder/mlflow-db-password")@mlflow-db:5432/mlflow"
keep modelwire-secret-keys "k1:$(openssl rand -base64 32)"
