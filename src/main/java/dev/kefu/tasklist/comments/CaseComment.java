package dev.kefu.tasklist.comments;

/**
 * A comment as people read it.
 *
 * @param by name of the person who wrote it
 * @param at date and time in the department's time zone, ready to be read
 * @param message the text
 */
record CaseComment(String by, String at, String message) {
}
