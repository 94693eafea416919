package dev.kefu.document.printing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;

/**
 * A form of the handbook as it is printed: what stands on it, and from where. One file each, {@code forms/<capability>/<id>.document.yaml}.
 *
 * @param id the handbook's form id
 * @param number the handbook's form number
 * @param title English and Chinese
 * @param forms ids of the task and event forms that the paper is the sum of; each of their fields that no row names is printed under further particulars
 * @param quoted those of these forms that belong to another paper: of them only what a row names is printed
 * @param sections in order
 * @param signatures who signs
 */
record PaperForm(String id, String number, String title, List<String> forms, List<String> quoted, List<Section> sections, Signatures signatures) {

  PaperForm {
    quoted = quoted == null ? List.of() : quoted;
  }

  /** Rows below a heading. */
  record Section(String title, List<Row> rows) {
  }

  /**
   * One entry of the paper.
   *
   * @param keys the handbook's field keys that it carries
   * @param label English and Chinese
   * @param from where the value stands; the first that has one is printed, of several lists every row, and what another place says differently goes to the further particulars. {@code <root>.<field>} is a field of one of the
   *     {@link PaperForm#forms}; {@code case.<name>}, {@code fact.<plain variable>}, {@code register.<register>.<fact>}, {@code by.<form>} and
   *     {@code on.<form>} (who handed it in, and when) say the rest
   * @param wide whether it takes the whole line
   * @param labels what people read for a plain variable's code
   */
  record Row(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> keys, String label,
             @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> from, boolean wide, Map<String, String> labels) {

    Row {
      keys = keys == null ? List.of() : keys;
      from = from == null ? List.of() : from;
      labels = labels == null ? Map.of() : labels;
    }
  }

  /**
   * 編制、審核、批準: whoever handed in the last of these forms; one that said returned or rejected is no signature.
   *
   * @param drafted form ids
   * @param reviewed form ids
   * @param approved form ids
   */
  record Signatures(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> drafted,
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> reviewed,
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> approved) {
  }
}
