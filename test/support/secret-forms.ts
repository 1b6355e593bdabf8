/** Gives each form in which a value could be found. */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  // Behind 0, 1 or 2 other bytes, base64 looks different: what is whole in all of it is compared.
  const shifted = [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
    return (["base64", "base64url"] as const).map((encoding) =>
      whole.toString(encoding).slice(Math.ceil((shift * 4) / 3) + 1, -4),
    );
  });
  const percent = encodeURIComponent(value);
  const asJson = JSON.stringify(value).slice(1, -1);
  const forms = [value, asJson, percent, percent.toLowerCase(), bytes.toString("hex"), ...shifted];
  return [...new Set(forms)];
}

/** Finds values in a text, in any form; gives for each its name and what is around it. */
export function findSecrets(told: string, secrets: Record<string, string>): string[] {
  return Object.entries(secrets).flatMap(([name, value]) =>
    formsOf(value).flatMap((form) => {
      const at = told.indexOf(form);
      return at < 0 ? [] : [`${name}: ${told.slice(Math.max(0, at - 300), at + form.length + 60)}`];
    }),
  );
}
