import type { Interceptor } from "@connectrpc/connect";

/**
 * Creates the interceptor that puts another error in the place of each that a call ends with, also
 * of one that comes in the midst of a stream.
 */
export function translateErrors(translate: (error: unknown) => unknown): Interceptor {
  return (next) => async (request) => {
    try {
      const response = await next(request);
      if (!response.stream) return response;
      return { ...response, message: translated(response.message, translate) };
    } catch (error) {
      throw translate(error);
    }
  };
}

async function* translated<T>(
  messages: AsyncIterable<T>,
  translate: (error: unknown) => unknown,
): AsyncGenerator<T> {
  try {
    yield* messages;
  } catch (error) {
    throw translate(error);
  }
}
