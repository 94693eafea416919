/**
 * Keeps the attachments of cases: what they are is told by their content, where they are kept is a setting, and they are always served as a download; and
 * prints the handbook's forms from cases, and freezes the files of those that ended.
 */
package dev.kefu.document;
