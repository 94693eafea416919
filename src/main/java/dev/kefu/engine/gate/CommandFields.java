package dev.kefu.engine.gate;

import java.lang.reflect.Field;

/** Reads and replaces what a command carries. The engine's commands have no getters; their fields are its de-facto interface, held by a test. */
final class CommandFields {

  private CommandFields() {
  }

  /** Returns the value of a field, or null when the class has no such field. */
  @SuppressWarnings("unchecked")
  static <T> T get(Object command, String name) {
    try {
      Field field = find(command.getClass(), name);
      return field == null ? null : (T) field.get(command);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot read " + name + " of " + command.getClass(), e);
    }
  }

  static void set(Object command, String name, Object value) {
    try {
      find(command.getClass(), name).set(command, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot replace " + name + " of " + command.getClass(), e);
    }
  }

  private static Field find(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    return null;
  }
}
