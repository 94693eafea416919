package dev.kefu.release.proposals;

import dev.kefu.engine.RunningModels;
import dev.kefu.organisation.ReleasedWork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes releases back as files: unpacked in the project's folder they lie where they belong, and the next start finds files and running system in step. */
@Component
@RequiredArgsConstructor
class ReleaseExport {

  private static final String RIGHTS = "released-work.csv";

  private final RunningModels running;
  private final ReleasedWork work;

  void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (RunningModels.RunningFile file : running.all()) {
        if (file.released()) {
          add(zip, file.path(), file.content());
        }
      }
      StringBuilder rights = new StringBuilder("process,role\n");
      work.granted().forEach((process, roles) -> roles.forEach(role -> rights.append(process).append(',').append(role).append('\n')));
      add(zip, RIGHTS, rights.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(path));
    zip.write(content);
    zip.closeEntry();
  }
}
