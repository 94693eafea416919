package dev.kefu.engine.gate;

import dev.kefu.engine.gate.CommandPolicy.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Decides by {@link CommandPolicy} what happens to a command that a person gives. */
@Component
class GateKeeper {

  private final Map<Class<?>, CommandGuard> guards = new HashMap<>();
  private final RepairDoor repairDoor;

  GateKeeper(List<CommandGuard> guards, RepairDoor repairDoor) {
    guards.forEach(guard -> guard.guards().forEach(command -> this.guards.put(command, guard)));
    this.repairDoor = repairDoor;
  }

  Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    Class<?> type = command.getClass();
    Optional<Rule> rule = CommandPolicy.find(type);
    Verdict verdict = rule.map(Rule::verdict).orElse(Payloads.carriedBy(type) ? Verdict.REFUSED : Verdict.FREE);
    return switch (verdict) {
      case FREE -> proceed.get();
      case CHECKED -> guards.get(type).execute(command, person, context, proceed);
      case REFUSED -> repairDoor.execute(command, person, context, proceed, rule.map(Rule::reason).orElse(type.getSimpleName()));
    };
  }
}
