/** A date or a datetime of Python's, always in UTC. */
export interface PythonDatetime {
  year: number;
  month: number;
  day: number;
  /** Unset for a date. */
  time?: { hour: number; minute: number; second: number; microsecond: number };
}

const pattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/**
 * Reads ISO 8601 text as MLflow does, by `np.datetime64(text).item()`: a date where there is no
 * hour; a zone is converted to UTC and dropped.
 *
 * @returns undefined for what is no such text, for years outside 1 to 9999 and for fractions finer
 *   than microseconds, which MLflow refuses as well.
 */
export function parseDatetime(text: string): PythonDatetime | undefined {
  const [
    whole,
    year,
    month = "01",
    day = "01",
    hour,
    minute = "00",
    second = "00",
    fraction,
    zone,
  ] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const local = `${year}-${month}-${day}T${hour ?? "00"}:${minute}:${second}Z`;
  const localMs = Date.parse(local);
  // Date.parse takes 30 February and 24:00 over to the next day.
  if (Number.isNaN(localMs) || `${new Date(localMs).toISOString().slice(0, 19)}Z` !== local) {
    return undefined;
  }
  const utc = new Date(localMs - zoneMs(zone));
  if (utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999) return undefined;
  const date = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
  if (hour === undefined) return date;
  return {
    ...date,
    time: {
      hour: utc.getUTCHours(),
      minute: utc.getUTCMinutes(),
      second: utc.getUTCSeconds(),
      microsecond: Number((fraction ?? "").padEnd(6, "0")),
    },
  };
}

/** Prints as Python's `isoformat()` does; with a space as separator, as its `str()`. */
export function datetimeText(value: PythonDatetime, separator: "T" | " "): string {
  const date = `${pad(value.year, 4)}-${pad(value.month, 2)}-${pad(value.day, 2)}`;
  if (value.time === undefined) return date;
  const { hour, minute, second, microsecond } = value.time;
  const fraction = microsecond === 0 ? "" : `.${pad(microsecond, 6)}`;
  return `${date}${separator}${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}${fraction}`;
}

/** Prints as Python's `repr()` does, which leaves trailing zero seconds out. */
export function datetimeRepr({ year, month, day, time }: PythonDatetime): string {
  if (time === undefined) return `datetime.date(${year}, ${month}, ${day})`;
  const parts = [year, month, day, time.hour, time.minute];
  if (time.second !== 0 || time.microsecond !== 0) parts.push(time.second);
  if (time.microsecond !== 0) parts.push(time.microsecond);
  return `datetime.datetime(${parts.join(", ")})`;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
