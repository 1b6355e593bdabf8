import type { ConnectRouter } from "@connectrpc/connect";
import type { Logger } from "pino";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { startReconciler } from "../catalog/reconciler.ts";
import type { Config } from "../config/config.ts";
import { createEgress } from "../delivery/egress.ts";
import { createObservedSender } from "../delivery/observed-sender.ts";
import { resealSecrets } from "../delivery/reseal.ts";
import { createWebhookSender } from "../delivery/sender.ts";
import { startDeliveries } from "../delivery/worker.ts";
import { messageOf } from "../error.ts";
import { startRetention } from "../event/retention.ts";
import { startEventHub } from "../event/watch.ts";
import { createApiKeyAuthenticator } from "../identity/api-keys.ts";
import type { Authenticator } from "../identity/authenticator.ts";
import { anybody } from "../identity/caller.ts";
import { createConfiguredAuthenticators } from "../identity/configured-authenticators.ts";
import { createMlflowClient } from "../mlflow/client.ts";
import type { RegistryContext, Step } from "../registry/context.ts";
import { LEAST_PART_BYTES } from "../registry/part-plan.ts";
import { startRecovery } from "../registry/recovery.ts";
import { createAccessService } from "../rpc/access-service.ts";
import { createEventService } from "../rpc/event-service.ts";
import { createRegistryService } from "../rpc/registry-service.ts";
import { createWebhookService } from "../rpc/webhook-service.ts";
import { hasUsableApiKey } from "../store/api-keys.ts";
import { openStore } from "../store/store.ts";
import { createTelemetry, type Telemetry } from "../telemetry/telemetry.ts";
import { runTraced } from "../tracing.ts";
import { createAdmission } from "./admission.ts";
import { isAuthenticationOn, warnOfOpenDoors } from "./authentication.ts";
import { createByteBudget } from "./byte-budget.ts";
import { refuseFaults } from "./config-faults.ts";
import { createGrpcListener } from "./grpc.ts";
import { startHealthMonitor } from "./health-monitor.ts";
import { createHttpListener } from "./http.ts";
import { createAdmissionInterceptor } from "./interceptors/admission.ts";
import { createAuthentication } from "./interceptors/authentication.ts";
import { createServiceInterceptors } from "./interceptors/service-interceptors.ts";
import { isLoopbackListener } from "./listen-address.ts";
import { checkMlflow } from "./mlflow-version.ts";
import { hostsTaken } from "./own-hosts.ts";
import { openVault } from "./secret-keys.ts";
import { readSigningKeys } from "./signing-keys.ts";
import { openCertificates } from "./tls-certificates.ts";
import { warnOfUnheardNotices } from "./unheard-notices.ts";

/** How long a registration is its owner's without a sign of life. */
const LEASE_MS = 15_000;
/** How long a delivery is its sender's without a sign of life. */
const DELIVERY_LEASE_MS = 15_000;
/** What each part has to stop, also where those before it took all the time. */
const LAST_MS = 100;

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
  /** Whether nobody can call it until a first API key is made. */
  readonly needsFirstKey: boolean;
  /** Takes no new call, lets what runs finish within the configured time, and stops. */
  close(): Promise<void>;
}

/**
 * Starts Modelwire: database, workers and both listeners.
 *
 * @throws ConfigError naming all that is wrong with the settings; Error naming the setting that
 *   does not hold: an address in use, an MLflow that is too old, a database that cannot be opened
 */
export async function startModelwire(
  config: Config & { mlflow: { trackingUri: string } },
  log: Logger,
  overrides: Overrides = {},
): Promise<Modelwire> {
  await refuseFaults(config);
  const telemetry = await createTelemetry(config.tracing, log);
  // So that what the workers do is traced too.
  return runTraced(telemetry.tracer, () => start(config, log, overrides, telemetry));
}

async function start(
  config: Config & { mlflow: { trackingUri: string } },
  log: Logger,
  overrides: Overrides,
  telemetry: Telemetry,
): Promise<Modelwire> {
  const isAuthOn = isAuthenticationOn(config);
  // What is last to close tells of all that closes before it.
  const closing: (() => Promise<unknown>)[] = [() => telemetry.close()];
  let closeBy: number | undefined;
  // Together they have the time that is configured, and a little more to end in good order.
  const leftMs = () => Math.max(LAST_MS, (closeBy ?? 0) - performance.now());
  const close = async () => {
    closeBy ??= performance.now() + config.shutdownMs;
    for (const step of closing.splice(0).reverse()) {
      await step().catch((error) => log.warn({ err: error }, "while stopping"));
    }
  };
  try {
    const signingKeys = readSigningKeys(config.signingKeysPath);
    const vault = openVault(config);
    const certificates = config.tls && (await openCertificates(config.tls, log));
    if (certificates) {
      closing.push(async () => certificates.stop());
      telemetry.measureCertificates(() => certificates.state());
    }
    const mlflow = createMlflowClient(config.mlflow, telemetry.mlflow);
    closing.push(() => mlflow.close());
    const mlflowVersion = await checkMlflow(mlflow, log);
    const store = await openStore(config.databaseUrl, telemetry.database).catch((error) => {
      throw new Error(`DATABASE_URL: the database cannot be opened: ${messageOf(error)}`, {
        cause: error,
      });
    });
    closing.push(() => store.close());
    void warnOfUnheardNotices(store, log);

    const context: RegistryContext = {
      caller: anybody,
      config,
      store,
      mlflow,
      log,
      signingKeys,
      leaseMs: overrides.leaseMs ?? LEASE_MS,
      leastPartBytes: overrides.leastPartBytes ?? LEAST_PART_BYTES,
      running: new Set(),
      onStep: overrides.onStep ?? (() => {}),
      onRegistrationEnd: telemetry.registrationEnded,
      onLook: telemetry.looked,
    };
    await resealSecrets(store, vault, log);
    const isLocal = [config.grpcListen, config.httpListen].every(isLoopbackListener);
    const egress = createEgress(config.webhookAllow, isLocal);
    const sender = createObservedSender(
      createWebhookSender({
        egress,
        proxy: config.webhookProxy,
        timeoutMs: config.webhookTimeoutMs,
      }),
      telemetry.deliveries,
    );
    closing.push(() => sender.close());
    const deliveries = startDeliveries({
      store,
      sender,
      log,
      vault,
      leaseMs: overrides.deliveryLeaseMs ?? DELIVERY_LEASE_MS,
      disableAfterMs: config.webhookDisableAfterMs,
      observer: telemetry.deliveries,
    });
    closing.push(() => deliveries.stop(leftMs()));
    const hub = startEventHub(store, log);
    closing.push(() => hub.stop());
    const retention = startRetention(store, config.eventRetentionMs, log);
    closing.push(() => within(retention.stop(), leftMs()));
    const recovery = startRecovery(context);
    closing.push(() => within(recovery.stop(), leftMs()));
    if (overrides.reconcile ?? true) {
      const reconciler = startReconciler(context, config.reconcileIntervalMs);
      closing.push(() => within(reconciler.stop(), leftMs()));
    }
    // What a caller no longer waits for; what does not end in time, the next start recovers.
    closing.push(() => within(Promise.allSettled(context.running), leftMs()));

    const apiKeys = createApiKeyAuthenticator({ store, log });
    closing.push(() => apiKeys.close());
    const authenticators: Authenticator[] = [
      apiKeys,
      ...createConfiguredAuthenticators(config, log),
    ];
    const needsFirstKey =
      isAuthOn && authenticators.length === 1 && !(await hasUsableApiKey(store.db, Date.now()));
    const admission = createAdmission({ ...config, onWaited: telemetry.admission.waited });
    const budget = createByteBudget(config.maxBufferedBytes);
    telemetry.admission.measure(() => ({
      ...admission.counts,
      heldBytes: budget.heldBytes,
      refusedBytes: budget.refused,
    }));
    const interceptors = [
      ...createServiceInterceptors(log, (error) => store.engine.isUnavailable(error), telemetry),
      createAuthentication({ authenticators, isOn: isAuthOn }),
      createAdmissionInterceptor(admission),
    ];
    const routes = (router: ConnectRouter) => {
      router.service(RegistryService, createRegistryService(context));
      router.service(EventService, createEventService({ store, hub }));
      router.service(
        WebhookService,
        createWebhookService({ store, log, vault, sender, wrongUrl: egress.wrongUrl }),
      );
      router.service(AccessService, createAccessService({ store, log, forget: apiKeys.forget }));
    };
    const { maxMessageBytes, maxConnections, stallTimeoutMs } = config;
    const limits = (listener: "grpc" | "http") => ({
      ...{ maxConnections, stallTimeoutMs, budget },
      observer: telemetry.listener(listener),
    });
    const tls = certificates && { certificates, log };
    const listening = { routes, interceptors, maxMessageBytes, tls };
    const grpc = await named(
      "MODELWIRE_GRPC_LISTEN",
      createGrpcListener({ ...listening, limits: limits("grpc"), address: config.grpcListen }),
    );
    const listeners: { close(graceMs: number): Promise<void> }[] = [grpc];
    // Those who watch events are told at once: they would never finish.
    closing.push(() =>
      Promise.all([hub.stop(), ...listeners.map((one) => one.close(config.shutdownMs))]),
    );
    telemetry.measure(store);
    const health = startHealthMonitor({
      store,
      mlflow,
      mlflowAnswered: mlflowVersion !== undefined,
      log,
      setServing: grpc.setServing,
    });
    // First of all: those who spread calls are told before any is refused.
    closing.push(async () => health.stop());
    const http = await named(
      "MODELWIRE_HTTP_LISTEN",
      createHttpListener({
        ...listening,
        limits: limits("http"),
        address: config.httpListen,
        takesHost: hostsTaken(config, isAuthOn),
        ready: async () => health.readiness(),
        metrics: telemetry.handle,
      }),
    );
    listeners.push(http);
    warnOfOpenDoors(config, isAuthOn, log);
    const { address: grpcAddress } = grpc;
    return { grpcAddress, httpAddress: http.address, mlflowVersion, needsFirstKey, close };
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
