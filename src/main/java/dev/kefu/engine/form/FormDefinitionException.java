package dev.kefu.engine.form;

/** A form file that cannot be used; the message names the form, the component and what to change. */
public class FormDefinitionException extends RuntimeException {

  FormDefinitionException(String message) {
    super(message);
  }

  FormDefinitionException(String message, Throwable cause) {
    super(message, cause);
  }
}
