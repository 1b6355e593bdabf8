/**
 * Calls Modelwire and receives its webhooks.
 *
 * <p>Begin with {@link io.modelwire.client.ModelwireClient} to call a server, and with {@link
 * io.modelwire.client.WebhookVerifier} to receive. Messages and stubs are generated from the
 * contract, in {@code io.modelwire.registry.v1}, {@code io.modelwire.event.v1} and {@code
 * io.modelwire.webhook.v1}; nothing here stands between them and their users.
 */
package io.modelwire.client;
