#!/bin/sh
# Makes the secrets that compose.yaml mounts, in a folder that only its owner can enter. What is
# there already is kept: a database would not be opened with a new password, nor the secrets of
# endpoints with a new key.
set -eu
folder=${1:-$(dirname "$0")/secrets}
umask 077
mkdir -p "$folder"

keep() {
  if [ ! -e "$folder/$1" ]; then
    # It has its name once it is whole: half of one would be kept as well.
    printf '%s\n' "$2" > "$folder/.$1"
    # Readable by the users of the containers, which are not this one.
    chmod 0444 "$folder/.$1"
    mv -f "$folder/.$1" "$folder/$1"
  fi
}

# Each on a line of its own: as an argument of another command, one that fails would be an empty
# secret, and no failure.
modelwire_db_password=$(openssl rand -hex 24)
mlflow_db_password=$(openssl rand -hex 24)
secret_key=$(openssl rand -base64 32)

keep modelwire-db-password "$modelwire_db_password"
keep mlflow-db-password "$mlflow_db_password"
modelwire_db_password=$(cat "$folder/modelwire-db-password")
mlflow_db_password=$(cat "$folder/mlflow-db-password")
keep modelwire-database-url "postgresql://modelwire:$modelwire_db_password@modelwire-db:5432/modelwire"
keep mlflow-database-url "postgresql://mlflow:$mlflow_db_password@mlflow-db:5432/mlflow"
keep modelwire-secret-keys "k1:$secret_key"
