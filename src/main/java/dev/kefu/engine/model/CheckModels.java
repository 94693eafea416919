package dev.kefu.engine.model;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command for whoever changed a model, a table or a form: checks all of them by the rules of the build, without a database, and says in plain words what is wrong. */
public final class CheckModels {

  private CheckModels() {
  }

  /**
   * Ends with 1 when something is wrong.
   *
   * @param folders none for the project in the working directory, or its folder
   */
  public static void main(String[] folders) {
    Path project = Path.of(folders.length == 0 ? "" : folders[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (!Files.isDirectory(project.resolve("processes"))) {
      out.println("There is no folder processes/ in " + project.toAbsolutePath() + ". Start the command where README.md stands.");
      System.exit(2);
    }
    List<Finding> findings = ModelContract.check(project.resolve("processes"), project.resolve("forms"), ProjectSurroundings.of(project, false));
    print(findings, out);
    if (!findings.isEmpty()) {
      System.exit(1);
    }
  }

  /** One block for each file, what is wrong line by line. */
  static void print(List<Finding> findings, PrintStream out) {
    Map<String, List<Finding>> byFile = findings.stream().collect(Collectors.groupingBy(CheckModels::file, TreeMap::new, Collectors.toList()));
    byFile.forEach((file, found) -> {
      out.println();
      out.println(file);
      found.forEach(finding -> out.println("  - " + finding.message() + " [" + finding.rule() + "]"));
    });
    out.println();
    out.println(findings.isEmpty() ? "All models, tables and forms keep the " + ModelContract.rules().size() + " rules. 全部通過檢查。"
        : (findings.size() == 1 ? "1 thing is" : findings.size() + " things are") + " wrong in " + (byFile.size() == 1 ? "1 file" : byFile.size() + " files") + ". 請修正後重試。");
  }

  private static String file(Finding finding) {
    return finding.file().isEmpty() ? "The project as a whole" : (finding.file().endsWith(".form") ? "forms/" : "processes/") + finding.file();
  }
}
