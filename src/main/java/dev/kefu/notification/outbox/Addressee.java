package dev.kefu.notification.outbox;

/**
 * Whom a message reaches.
 *
 * @param name as the text addresses her or him
 * @param address mail address as stored; null when there is none
 */
record Addressee(String name, String address) {
}
