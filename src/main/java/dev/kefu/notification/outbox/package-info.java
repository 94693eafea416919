/** Keeps the messages and sends them: each at most once, whatever breaks. */
package dev.kefu.notification.outbox;
