package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Checks the commands of some classes that a person gives; one guard per class. */
interface CommandGuard {

  /** The exact command classes that this guard knows. */
  Set<Class<?>> guards();

  /**
   * Checks the command, lets the engine do it, and may cut the answer.
   *
   * @param proceed does the command; a guard that throws instead leaves everything as it was
   * @throws org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException when what was submitted is refused
   * @throws org.camunda.bpm.engine.AuthorizationException when this person may not do it at all
   */
  Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed);
}
