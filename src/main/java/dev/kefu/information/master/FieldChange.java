package dev.kefu.information.master;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A field with its value before and after, as the record keeps them (codes; lists as JSON); null for nothing.
 *
 * @param field key of form F28, for example {@code accountNo}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldChange(String field, String before, String after) {
}
