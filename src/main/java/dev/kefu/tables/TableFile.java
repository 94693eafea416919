package dev.kefu.tables;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A file and how it is to be read.
 *
 * @param path where it lies on this node
 * @param kind what it is
 * @param encoding of a CSV file
 * @param separator between the cells of a CSV file
 */
public record TableFile(Path path, FileKind kind, Charset encoding, char separator) {
}
