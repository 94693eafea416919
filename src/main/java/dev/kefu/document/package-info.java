/** Attachments of a case; later printed forms and case files. */
package dev.kefu.document;
