package dev.kefu.organisation.provisioning;

/**
 * Something that an administrator did in the running system, so that the roles file no longer decides it.
 *
 * @param kind {@code group}, {@code authorization} or {@code filter}
 * @param key which one
 * @param what {@code changed}, {@code deleted}, or {@code foreign} when it was there before Kefu wanted it
 * @param message the same in plain words
 */
public record Difference(String kind, String key, String what, String message) {

  static Difference changed(String kind, String key, String wanted, String found) {
    return new Difference(kind, key, "changed", "The " + kind + " " + key + " was changed in the running system and stays as it is: it is \""
      + found + "\", roles.yaml says \"" + wanted + "\"");
  }

  static Difference deleted(String kind, String key) {
    return new Difference(kind, key, "deleted", "The " + kind + " " + key + " was deleted in the running system and is not made again");
  }

  static Difference foreign(String kind, String key, String wanted, String found) {
    return new Difference(kind, key, "foreign", "The " + kind + " " + key + " was not made from roles.yaml and stays as it is: it is \""
      + found + "\", roles.yaml says \"" + wanted + "\"");
  }

  static Difference kept(String kind, String key) {
    return new Difference(kind, key, "kept", "The " + kind + " " + key + " is no longer in roles.yaml, but was changed in the running system; "
      + "delete it there when it is not needed");
  }
}
