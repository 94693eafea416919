package dev.kefu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes files as Camunda Modeler does, by its own libraries (bpmn-moddle with camunda-bpmn-moddle, dmn-moddle). */
class ModelerFiles implements AutoCloseable {

  private static final Path LIBRARIES = Path.of("src/test/resources/moddle");
  private static final String SAVE_MODEL = """
      async ([xml, camunda]) => {
        const moddle = new BpmnModdle({ camunda: JSON.parse(camunda) });
        const { rootElement, warnings } = await moddle.fromXML(xml);
        if (warnings.length > 0) {
          throw new Error(warnings.map(warning => warning.message).join('; '));
        }
        return (await moddle.toXML(rootElement, { format: true })).xml;
      }""";
  private static final String SAVE_TABLE = """
      async xml => {
        const moddle = new DmnModdle();
        const { rootElement, warnings } = await moddle.fromXML(xml);
        if (warnings.length > 0) {
          throw new Error(warnings.map(warning => warning.message).join('; '));
        }
        return (await moddle.toXML(rootElement, { format: true })).xml;
      }""";

  private final Page page;
  private final String camunda;

  ModelerFiles(Browser browser) throws IOException {
    page = browser.newPage();
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(LIBRARIES.resolve("bpmn-moddle.js")));
    page.addScriptTag(new Page.AddScriptTagOptions().setPath(LIBRARIES.resolve("dmn-moddle.js")));
    camunda = Files.readString(LIBRARIES.resolve("camunda.json"));
  }

  /** File name to content, as it would be saved. */
  Map<String, String> saved(Map<String, String> files) {
    Map<String, String> saved = new TreeMap<>();
    files.forEach((name, content) -> saved.put(name, saved(name, content)));
    return saved;
  }

  String saved(String name, String content) {
    if (name.endsWith(".bpmn")) {
      return (String) page.evaluate(SAVE_MODEL, List.of(content, camunda));
    }
    return (String) page.evaluate(name.endsWith(".dmn") ? SAVE_TABLE : "form => JSON.stringify(JSON.parse(form), null, 2)", content);
  }

  @Override
  public void close() {
    page.close();
  }
}
