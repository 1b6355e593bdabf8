import { expect, test } from "vitest";
import { maskedUrl, withoutPassword } from "./masked.ts";

test.for([
  ["postgresql://user:secret@db:5432/modelwire", "postgresql://user:***@db:5432/modelwire"],
  ["postgres://user@db/modelwire", "postgres://user@db/modelwire"],
  // What nobody encoded: the last @ ends the password.
  ["postgres://user:p@ss/w?rd#@db/modelwire", "postgres://user:***@db/modelwire"],
  [
    "postgres://db/m?user=u&password=secret&sslmode=verify-full",
    "postgres://db/m?user=u&password=***&sslmode=verify-full",
  ],
  ["https://user:secret@mlflow.example.com/base", "https://user:***@mlflow.example.com/base"],
  ["https://token@mlflow.example.com", "https://***@mlflow.example.com"],
  ["http://127.0.0.1:5000", "http://127.0.0.1:5000"],
  ["sqlite:/var/lib/modelwire/modelwire.db", "sqlite:/var/lib/modelwire/modelwire.db"],
  ["hunter2", "***"],
])("%s is shown as %s", ([text = "", shown]) => {
  expect(maskedUrl(text)).toBe(shown);
});

test.for([
  ["sftp://user:secret@store/models", "sftp://user:***@store/models"],
  ["https://token@modelwire.example.com", "https://***@modelwire.example.com"],
  ["s3://bucket/path@2", "s3://bucket/path@2"],
  ["/var/lib/models", "/var/lib/models"],
  ["modelwire:read=read", "modelwire:read=read"],
])("of %s a password alone is withheld: %s", ([text = "", shown]) => {
  expect(withoutPassword(text)).toBe(shown);
});
