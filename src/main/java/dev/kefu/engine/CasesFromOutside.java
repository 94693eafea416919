package dev.kefu.engine;

import java.util.List;
import java.util.Map;

/**
 * Starts cases for machines: a message start event whose extension property {@code eventForm} names the form that the data must satisfy. The technical user
 * of the channel acts, nobody is the case's starter; who acted on whose behalf stands in the case's comments and in the audit trail.
 */
public interface CasesFromOutside {

  /**
   * What a message must bring.
   *
   * @throws NotAccepted when no process in force starts with this message
   * @throws IllegalStateException when its model names no form
   */
  FormOutline form(String message);

  /**
   * Starts a case in the caller's transaction, or in one of its own.
   *
   * @param message name of the start event's message
   * @param data the form's fields, without its root, as parsed from JSON; not changed. A field that is left out gets the form's default
   * @return the case number
   * @throws RefusedData when a field is wrong; nothing has happened then
   * @throws NotAccepted as {@link #form}
   */
  String start(String message, Map<String, Object> data, Sender sender);

  /**
   * Who hands something in.
   *
   * @param channel kebab-case, for example {@code web-shop}
   * @param person user id of the person on whose behalf the channel acts; null when a program acts by itself
   * @param reference how the sender calls it, for the people who work on the case
   */
  record Sender(String channel, String person, String reference) {
  }

  /**
   * A form in short.
   *
   * @param root the variable that it writes
   * @param fields in the order of the form, rows of lists left out
   */
  record FormOutline(String root, List<Field> fields) {
  }

  /**
   * A field.
   *
   * @param key below the root, dotted where the field stands in a group
   * @param label English, then Chinese
   * @param type as in the form's file, for dates the sub-type: {@code textfield}, {@code textarea}, {@code number}, {@code checkbox}, {@code select},
   *     {@code radio}, {@code checklist}, {@code taglist}, {@code date}, {@code time}, {@code datetime}
   * @param required whether it may not be left out while it is asked for; a field with a default may
   * @param numberAsText whether a number is sent as text, as money is
   * @param timeFormat what follows a time: {@code utc_offset}, {@code utc_normalized} or {@code no_timezone}; null for fields without a time
   * @param options what may be chosen; empty for fields without a fixed choice
   */
  record Field(String key, String label, String type, boolean required, boolean numberAsText, String timeFormat, List<Choice> options) {
  }

  /**
   * An option.
   *
   * @param value what is stored
   * @param label what people read
   */
  record Choice(String value, String label) {
  }

  /**
   * A wrong field.
   *
   * @param path below the form's root, for example {@code rows[1].hours}; empty for the whole
   * @param label as people see it
   * @param message English, then Chinese
   */
  record WrongField(String path, String label, String message) {
  }

  /** The data do not satisfy the form. */
  class RefusedData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<WrongField> errors;

    /** Names what is wrong, in the order of the form. */
    public RefusedData(List<WrongField> errors) {
      super(errors.size() + " fields are wrong", null, false, false);
      this.errors = List.copyOf(errors);
    }

    /** What is wrong, in the order of the form. */
    public List<WrongField> errors() {
      return errors;
    }
  }

  /** No process takes such cases now: none is deployed, or it is suspended, or its file is gone. */
  class NotAccepted extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Says why, for the log. */
    public NotAccepted(String message) {
      super(message);
    }
  }
}
