/** Lets an administrator run Kefu: metrics, incidents with what to do about them, log lines with case numbers and without personal data. */
package dev.kefu.operation;
