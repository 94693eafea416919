package dev.kefu.document.attachments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of attachments.
 *
 * @param largestFile a file of exactly this size is accepted
 * @param largestCase all attachments of a case together, removed ones included
 */
@ConfigurationProperties("kefu.document")
record DocumentProperties(DataSize largestFile, DataSize largestCase) {
}
