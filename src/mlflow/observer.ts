/** A try of a call to MLflow, as far as it may be told. */
export interface ObservedMlflowCall {
  method: string;
  /** Path with names in place of ids, such as `/api/2.0/mlflow/logged-models/{model_id}`. */
  endpoint: string;
  /** Of the server that is called. */
  host: string;
  port: number;
}

/** Hears of the calls to MLflow. */
export interface MlflowObserver {
  /**
   * Makes a try of a call.
   *
   * @param send makes it, with headers that are to be sent beside its own, and gives the status
   */
  call<T extends { status: number }>(
    call: ObservedMlflowCall,
    send: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T>;
}

/** Hears of nothing. */
export const unobserved: MlflowObserver = { call: (_, send) => send({}) };
