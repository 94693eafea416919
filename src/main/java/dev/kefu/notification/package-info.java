/** Tells employees and customers what they must know: an outbox, a sender, bilingual texts. */
package dev.kefu.notification;
