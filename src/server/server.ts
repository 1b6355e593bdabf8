import type { ConnectRouter, Interceptor } from "@connectrpc/connect";
import type { Logger } from "pino";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { startReconciler } from "../catalog/reconciler.ts";
import type { Config } from "../config.ts";
import { createEgress } from "../delivery/egress.ts";
import { resealSecrets } from "../delivery/reseal.ts";
import { createWebhookSender } from "../delivery/sender.ts";
import { startDeliveries } from "../delivery/worker.ts";
import { messageOf } from "../error.ts";
import { startRetention } from "../event/retention.ts";
import { startEventHub } from "../event/watch.ts";
import { createMlflowClient } from "../mlflow/client.ts";
import type { RegistryContext, Step } from "../registry/context.ts";
import { LEAST_PART_BYTES } from "../registry/part-plan.ts";
import { startRecovery } from "../registry/recovery.ts";
import { errorInterceptor } from "../rpc/error-interceptor.ts";
import { createEventService } from "../rpc/event-service.ts";
import { createRegistryService } from "../rpc/registry-service.ts";
import { createWebhookService } from "../rpc/webhook-service.ts";
import { openStore } from "../store/store.ts";
import { createGrpcListener } from "./grpc.ts";
import { createHttpListener } from "./http.ts";
import { createLoggingInterceptor } from "./interceptors/logging.ts";
import { isLoopbackListener } from "./listen-address.ts";
import { createMetrics } from "./metrics.ts";
import { checkMlflow } from "./mlflow-version.ts";
import { createReadiness } from "./readiness.ts";
import { openVault } from "./secret-keys.ts";
import { readSigningKeys } from "./signing-keys.ts";

/** How long a registration is its owner's without a sign of life. */
const LEASE_MS = 15_000;
/** How long a delivery is its sender's without a sign of life. */
const DELIVERY_LEASE_MS = 15_000;

/** What tests change: nothing that a user can. */
export interface Overrides {
  leaseMs?: number;
  deliveryLeaseMs?: number;
  leastPartBytes?: number;
  /** Whether MLflow is looked at for what others wrote there. */
  reconcile?: boolean;
  onStep?: (step: Step) => void;
}

/** A Modelwire that serves. */
export interface Modelwire {
  /** `host:port` of the gRPC listener. */
  readonly grpcAddress: string;
  /** `host:port` of the listener for Connect, gRPC-Web and JSON. */
  readonly httpAddress: string;
  /** Version of the MLflow behind it; undefined where MLflow did not answer yet. */
  readonly mlflowVersion: string | undefined;
  /** Takes no new call, lets what runs finish within the configured time, and stops. */
  close(): Promise<void>;
}

/**
 * Starts Modelwire: database, workers and both listeners.
 *
 * @throws ConfigError where the file of signing keys or a setting of webhooks is wrong, Error naming the setting that is wrong: an address in use, an MLflow that is too old, a
 *   database that cannot be opened
 */
export async function startModelwire(
  config: Config & { mlflow: { trackingUri: string } },
  log: Logger,
  overrides: Overrides = {},
): Promise<Modelwire> {
  const signingKeys = readSigningKeys(config.signingKeysPath);
  const vault = openVault(config);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) {
      await step().catch((error) => log.warn({ err: error }, "while stopping"));
    }
  };
  try {
    const mlflow = createMlflowClient(config.mlflow);
    closing.push(() => mlflow.close());
    const mlflowVersion = await checkMlflow(mlflow, log);
    const store = await openStore(config.databaseUrl).catch((error) => {
      throw new Error(`DATABASE_URL: the database cannot be opened: ${messageOf(error)}`, {
        cause: error,
      });
    });
    closing.push(() => store.close());

    const context: RegistryContext = {
      config,
      store,
      mlflow,
      log,
      signingKeys,
      leaseMs: overrides.leaseMs ?? LEASE_MS,
      leastPartBytes: overrides.leastPartBytes ?? LEAST_PART_BYTES,
      running: new Set(),
      onStep: overrides.onStep ?? (() => {}),
    };
    await resealSecrets(store, vault, log);
    const isLocal = [config.grpcListen, config.httpListen].every(isLoopbackListener);
    const egress = createEgress(config.webhookAllow, isLocal);
    const sender = createWebhookSender({
      egress,
      proxy: config.webhookProxy,
      timeoutMs: config.webhookTimeoutMs,
    });
    closing.push(() => sender.close());
    const deliveries = startDeliveries({
      store,
      sender,
      log,
      vault,
      leaseMs: overrides.deliveryLeaseMs ?? DELIVERY_LEASE_MS,
      disableAfterMs: config.webhookDisableAfterMs,
    });
    closing.push(() => deliveries.stop(config.shutdownMs));
    const hub = startEventHub(store, log);
    closing.push(() => hub.stop());
    const retention = startRetention(store, config.eventRetentionMs, log);
    closing.push(() => within(retention.stop(), config.shutdownMs));
    const recovery = startRecovery(context);
    closing.push(() => within(recovery.stop(), config.shutdownMs));
    if (overrides.reconcile ?? true) {
      const reconciler = startReconciler(context, config.reconcileIntervalMs);
      closing.push(() => within(reconciler.stop(), config.shutdownMs));
    }
    // What a caller no longer waits for; what does not end in time, the next start recovers.
    closing.push(() => within(Promise.allSettled(context.running), config.shutdownMs));

    const interceptors: Interceptor[] = [
      createLoggingInterceptor(log),
      errorInterceptor(log, (error) => store.engine.isUnavailable(error)),
    ];
    const routes = (router: ConnectRouter) => {
      router.service(RegistryService, createRegistryService(context));
      router.service(EventService, createEventService({ store, hub }));
      router.service(
        WebhookService,
        createWebhookService({ store, log, vault, sender, wrongUrl: egress.wrongUrl }),
      );
    };
    const listening = { routes, interceptors, maxMessageBytes: config.maxMessageBytes };
    const grpc = await named(
      "MODELWIRE_GRPC_LISTEN",
      createGrpcListener({ ...listening, address: config.grpcListen }),
    );
    const listeners: { close(graceMs: number): Promise<void> }[] = [grpc];
    // Those who watch events are told at once: they would never finish.
    closing.push(() =>
      Promise.all([hub.stop(), ...listeners.map((one) => one.close(config.shutdownMs))]),
    );
    const ready = createReadiness(store, mlflow);
    const metrics = createMetrics(store, log);
    closing.push(() => metrics.close());
    const http = await named(
      "MODELWIRE_HTTP_LISTEN",
      createHttpListener({
        ...listening,
        address: config.httpListen,
        ready,
        metrics: metrics.handle,
      }),
    );
    listeners.push(http);
    grpc.setServing(true);
    return { grpcAddress: grpc.address, httpAddress: http.address, mlflowVersion, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function named<T>(setting: string, listener: Promise<T>): Promise<T> {
  try {
    return await listener;
  } catch (error) {
    throw new Error(`${setting}: ${messageOf(error)}`, { cause: error });
  }
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, timeUp]).finally(() => clearTimeout(timer));
}
