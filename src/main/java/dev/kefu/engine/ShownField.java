package dev.kefu.engine;

import java.util.List;

/**
 * One field of a form that was handed in, as people read it.
 *
 * @param path from the form's variable down: {@code reception.content}; within a row from the row down
 * @param label as in the form
 * @param value ready to be read; null for one that was left empty, for a list, and for a classified field, whose value stands elsewhere
 * @param readers for a classified field the roles that may read it; null for any other
 * @param rows for a list its rows, each with the fields that the list has; null for any other
 */
public record ShownField(String path, String label, String value, List<String> readers, List<List<ShownField>> rows) {
}
