package dev.kefu.engine.gate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Finds out, from the types and names of its fields, whether a command can carry variables, start instructions, modifications or messages,
 * directly or in a builder. It errs on the side of yes.
 */
final class Payloads {

  private static final String ENGINE = "org.camunda.";
  private static final Pattern NAMES =
      Pattern.compile(".*(variable|message|signal|payload|instruction|operation|escalation|error|modification|comment|attachment).*",
          Pattern.CASE_INSENSITIVE);
  private static final Map<Class<?>, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Payloads() {
  }

  /** Returns whether commands of this class of the engine can carry something into a case. The program's own commands never do. */
  static boolean carriedBy(Class<?> command) {
    return command.getName().startsWith(ENGINE) && KNOWN.computeIfAbsent(command, type -> carries(type, new HashSet<>()));
  }

  private static boolean carries(Class<?> type, Set<Class<?>> seen) {
    if (!seen.add(type)) {
      return false;
    }
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && carries(field, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean carries(Field field, Set<Class<?>> seen) {
    Class<?> type = field.getType();
    if (type == boolean.class || CommandExecutor.class.isAssignableFrom(type) || type == CommandContext.class) {
      return false;
    }
    return Map.class.isAssignableFrom(type) || TypedValue.class.isAssignableFrom(type) || MigrationPlan.class.isAssignableFrom(type)
        || type == Object.class || NAMES.matcher(field.getName()).matches() || isBuilder(type) && carries(type, seen);
  }

  private static boolean isBuilder(Class<?> type) {
    return type.getName().startsWith(ENGINE) && (type.getSimpleName().endsWith("BuilderImpl") || Command.class.isAssignableFrom(type));
  }
}
