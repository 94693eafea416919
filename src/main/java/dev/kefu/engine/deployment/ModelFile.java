package dev.kefu.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model, form or decision table as it lies in the program.
 *
 * @param name file name without folder: the resource name in the engine, the same from a folder and from a jar
 * @param location where it was found, for messages
 * @param content its bytes
 */
record ModelFile(String name, String location, byte[] content) {

  static final String MODEL = ".bpmn";
  static final String DECISION = ".dmn";
  static final String FORM = ".form";

  private static final Pattern PLACE = Pattern.compile("(processes|forms)/[^/]+/$");

  /** Folder and name below the project: {@code processes/complaint/complaint-handling.bpmn}; the name alone where it lies in no such folder. */
  String path() {
    String place = location.replace('\\', '/');
    Matcher folder = PLACE.matcher(place.substring(0, Math.max(0, place.lastIndexOf(name))));
    return folder.find() ? folder.group() + name : name;
  }

  boolean is(String extension) {
    return name.endsWith(extension);
  }

  String stem() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  InputStream open() {
    return new ByteArrayInputStream(content);
  }
}
