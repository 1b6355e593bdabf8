import { expect, test } from "vitest";
import { isAmbiguous, isFinal, isNotFound } from "./error.ts";
import { failureOfAnswer, failureOfConnection } from "./failure.ts";

const mlflow = (error_code: string, message = "why") => JSON.stringify({ error_code, message });
const answer = (status: number, text = "", retryAfter?: string) => ({ status, text, retryAfter });
const of = (status: number, text?: string) =>
  failureOfAnswer("GET /x", "read", answer(status, text));

test.each([
  [404, mlflow("RESOURCE_DOES_NOT_EXIST"), "not_found"],
  [400, mlflow("RESOURCE_ALREADY_EXISTS"), "exists"],
  [400, mlflow("INVALID_PARAMETER_VALUE"), "refused"],
  [404, mlflow("ENDPOINT_NOT_FOUND"), "refused"],
  [500, mlflow("INTERNAL_ERROR"), "failed"],
  [500, "<html>Internal Server Error</html>", "failed"],
  [401, "", "credentials"],
  [403, mlflow("PERMISSION_DENIED"), "credentials"],
  [429, mlflow("REQUEST_LIMIT_EXCEEDED"), "unavailable"],
  [502, "<html>Bad Gateway</html>", "unavailable"],
  [503, mlflow("TEMPORARILY_UNAVAILABLE"), "unavailable"],
  [504, "", "unavailable"],
  [404, "<html>Not Found</html>", "unexpected"],
  [404, '{"detail":"Not Found"}', "unexpected"],
  [400, '"INVALID"', "unexpected"],
  [302, "", "unexpected"],
])("an answer %i with %s is: %s", (status, text, failure) => {
  expect(of(status, text).failure).toBe(failure);
});

test("a page that is not MLflow's is never taken for the absence of a thing", () => {
  expect(isNotFound(of(404, "<html>Not Found</html>"))).toBe(false);
  expect(isNotFound(of(404, mlflow("RESOURCE_DOES_NOT_EXIST")))).toBe(true);
});

test("the message is MLflow's, or what a page says without its tags", () => {
  expect(of(400, mlflow("INVALID_PARAMETER_VALUE", "no such filter")).message).toBe(
    "MLflow answered GET /x with 400: INVALID_PARAMETER_VALUE: no such filter",
  );
  const page = "<html>\n<title>502 Bad Gateway</title>\n<body><h1>Bad  Gateway</h1></body></html>";
  expect(of(502, page).message).toMatch(/with 502: 502 Bad Gateway\s+Bad\s+Gateway$/);
  expect(of(500, "").message).toBe("MLflow answered GET /x with 500: nothing");
  expect(of(500, "x".repeat(10_000)).message.length).toBeLessThan(300);
});

test.each([
  ["read", 500, false],
  ["idempotent", 500, true],
  ["create", 500, true],
  ["create", 503, true],
  ["create", 400, false],
  ["create", 429, false],
] as const)(
  "whether a %s that was answered %i may have taken effect: %s",
  (effect, status, may) => {
    expect(isAmbiguous(failureOfAnswer("POST /x", effect, answer(status)))).toBe(may);
  },
);

test("Retry-After is read as seconds and as a date", () => {
  const after = (header?: string) =>
    failureOfAnswer("GET /x", "read", answer(503, "", header)).retryAfterMs;
  expect(after("2")).toBe(2000);
  expect(after("0")).toBe(0);
  expect(after(new Date(Date.now() + 3_600_000).toUTCString())).toBeGreaterThan(3_500_000);
  expect(after(new Date(0).toUTCString())).toBeUndefined();
  expect(after("soon")).toBeUndefined();
  expect(after()).toBeUndefined();
});

test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
  "a call that fails with %s was not made",
  (code) => {
    const cause = Object.assign(new Error("x"), { code });
    const error = failureOfConnection(cause, "POST /x", "create", 100);
    expect(error).toMatchObject({ failure: "unreachable", mayHaveTakenEffect: false });
    expect(error.message).toBe(`MLflow did not answer POST /x: ${code}`);
    const several = new AggregateError([cause, new Error("y")]);
    expect(isAmbiguous(failureOfConnection(several, "POST /x", "create", 100))).toBe(false);
  },
);

test.each(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ETIMEDOUT"])(
  "a call that fails with %s may have been made",
  (code) => {
    const cause = Object.assign(new Error("x"), { code });
    expect(isAmbiguous(failureOfConnection(cause, "POST /x", "create", 100))).toBe(true);
    expect(isAmbiguous(failureOfConnection(cause, "GET /x", "read", 100))).toBe(false);
  },
);

test("a call that was not answered in time may have been made", () => {
  const error = failureOfConnection(
    new DOMException("x", "TimeoutError"),
    "POST /x",
    "create",
    1500,
  );
  expect(error).toMatchObject({ failure: "timeout", mayHaveTakenEffect: true });
  expect(error.message).toBe("MLflow did not answer POST /x: no answer within 1500 ms");
});

test("what MLflow refuses is final, what it fails at is not", () => {
  expect([404, 500, 503, 401].map((status) => isFinal(of(status)))).toEqual(Array(4).fill(false));
  expect(isFinal(of(400, mlflow("INVALID_PARAMETER_VALUE")))).toBe(true);
  expect(isFinal(of(404, mlflow("RESOURCE_DOES_NOT_EXIST")))).toBe(true);
  expect(isFinal(new Error("x"))).toBe(false);
});
