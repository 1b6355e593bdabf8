import { Agent, type IncomingMessage, request as requestHttp } from "node:http";

/** Puts a file that is so many times the same chunk; rejects where the answer is not 200. */
export function putDirectly(url: string, chunk: Uint8Array, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-length": String(chunk.byteLength * count) };
    const options = { method: "PUT", headers, agent: new Agent() };
    const request = requestHttp(url, options, (response) => {
      readWhole(response, `PUT ${url}`).then(resolve, reject);
    });
    request.on("error", reject);
    let left = count;
    const more = () => {
      while (left > 0) {
        left--;
        if (!request.write(chunk)) return void request.once("drain", more);
      }
      request.end();
    };
    more();
  });
}

/** Gets a file; rejects where the answer is not 200 or not whole. */
export function getDirectly(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = requestHttp(url, { agent: new Agent() }, (response) => {
      readWhole(response, `GET ${url}`).then(resolve, reject);
    });
    request.on("error", reject).end();
  });
}

function readWhole(response: IncomingMessage, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.on("data", () => {});
    response.on("error", reject);
    response.on("end", () => {
      if (response.statusCode === 200) resolve();
      else reject(new Error(`${what} was answered with ${response.statusCode}`));
    });
  });
}
