package dev.kefu.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

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
