package dev.kefu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks for a text in every column of every table and in every file of an installation: whatever the metadata call a text or bytes, and inside of PDF, ZIP (so XLSX and DOCX) and GZIP.
 * What is encrypted or a digest it cannot read, which is their purpose.
 */
@RequiredArgsConstructor
public final class WhereFound {

  private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB);
  private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  private final DataSource dataSource;
  private final Path folder;

  private record Column(String table, String name, int type) {
  }

  /** {@code table.column} in lower case, and files below the folder, that hold one of the texts; sorted. */
  public Set<String> find(String... texts) {
    Set<String> found = new TreeSet<>();
    try (Connection connection = dataSource.getConnection()) {
      for (Column column : columns(connection)) {
        if (TEXTS.contains(column.type()) ? inTexts(connection, column, texts) : inBytes(connection, column, texts)) {
          found.add((column.table() + "." + column.name()).toLowerCase(Locale.ROOT));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      files.filter(Files::isRegularFile).filter(file -> contains(bytes(file), texts)).forEach(file -> found.add(folder.relativize(file).toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    Set<String> tables = new TreeSet<>();
    try (ResultSet result = connection.getMetaData().getTables(connection.getCatalog(), h2 ? connection.getSchema() : null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (result.next()) {
        tables.add(result.getString("TABLE_NAME"));
      }
    }
    tables.removeIf(table -> table.toLowerCase(Locale.ROOT).startsWith("flyway"));
    List<Column> columns = new ArrayList<>();
    for (String table : tables) {
      try (ResultSet result = connection.getMetaData().getColumns(connection.getCatalog(), h2 ? connection.getSchema() : null, table, "%")) {
        while (result.next()) {
          if (TEXTS.contains(result.getInt("DATA_TYPE")) || BYTES.contains(result.getInt("DATA_TYPE"))) {
            columns.add(new Column(table, result.getString("COLUMN_NAME"), result.getInt("DATA_TYPE")));
          }
        }
      }
    }
    return columns;
  }

  private static boolean inTexts(Connection connection, Column column, String... texts) throws SQLException {
    for (String text : texts) {
      try (PreparedStatement statement = connection.prepareStatement("select count(*) from " + column.table() + " where locate(?, " + column.name() + ") > 0")) {
        statement.setString(1, text);
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          if (result.getInt(1) > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean inBytes(Connection connection, Column column, String... texts) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select " + column.name() + " from " + column.table() + " where " + column.name() + " is not null")) {
      while (result.next()) {
        if (contains(result.getBytes(1), texts)) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(byte[] content, String... texts) {
    String read = new String(content, StandardCharsets.UTF_8);
    for (String text : texts) {
      if (read.contains(text)) {
        return true;
      }
    }
    try {
      return read.startsWith("%PDF") ? inPdf(content, texts) : read.startsWith("PK") ? inZip(content, texts)
          : content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b && contains(new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes(), texts);
    } catch (IOException unreadable) {
      return false; // A test's broken file holds nothing that somebody could read.
    }
  }

  private static boolean inPdf(byte[] content, String... texts) throws IOException {
    try (PDDocument document = Loader.loadPDF(content)) {
      String words = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
      return Stream.of(texts).anyMatch(text -> words.contains(text.replaceAll("\\s+", "")));
    }
  }

  private static boolean inZip(byte[] content, String... texts) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (contains(zip.readAllBytes(), texts)) {
          return true;
        }
      }
    }
    return false;
  }
}
