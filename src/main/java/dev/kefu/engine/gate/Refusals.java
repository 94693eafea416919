package dev.kefu.engine.gate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what the gate refused: a form that is refused again and again asks for something that people do not have. */
@Component
@RequiredArgsConstructor
class Refusals {

  /** Asked late: the gate is made before the engine, and the engine before the meters. */
  private final ObjectProvider<MeterRegistry> meters;

  /** A form with wrong fields. */
  void ofForm(String formId) {
    meters.ifAvailable(registry -> Counter.builder("kefu.form.refusals").tag("form", formId).description("Forms that were refused for their fields")
        .register(registry).increment());
  }

  /**
   * Something that is not done by hand.
   *
   * @param command the engine's class, of a reviewed table
   */
  void ofCommand(Class<?> command) {
    meters.ifAvailable(registry -> Counter.builder("kefu.gate.refusals").tag("command", command.getSimpleName()).description("Commands that are not done by hand")
        .register(registry).increment());
  }
}
