package dev.kefu.document.attachments;

import java.nio.file.Path;

/**
 * An upload that may be kept.
 *
 * @param content where it lies until it is kept
 * @param name harmless, as people see it
 * @param mediaType by content
 * @param size bytes
 * @param sha256 hexadecimal
 */
record CheckedFile(Path content, String name, String mediaType, long size, String sha256) {
}
