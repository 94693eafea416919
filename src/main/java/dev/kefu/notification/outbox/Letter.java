package dev.kefu.notification.outbox;

/**
 * What leaves the house.
 *
 * @param address one plain mail address
 * @param subject one line
 * @param text plain text
 */
record Letter(String address, String subject, String text) {
}
