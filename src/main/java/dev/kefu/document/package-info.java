/**
 * Keeps the attachments of cases: what they are is told by their content, where they are kept is a setting, and they are always served as a download. Later
 * printed forms and case files.
 */
package dev.kefu.document;
