package dev.berth.declare;

import dev.berth.diagnose.Checked;
import dev.berth.diagnose.Diagnostic;
import dev.berth.diagnose.SecretScan;
import dev.berth.diagnose.TextDiagnostic;
import dev.berth.source.Lines;
import dev.berth.source.SourceFile;
import dev.berth.source.SourcePoint;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as text that shows all it holds: UTF-8, of visible characters. */
final class TextReader {

  private TextReader() {}

  /** The text without its byte order mark. */
  static Checked<String> read(SourceFile file, int limitBytes) {
    if (file.length() > limitBytes) {
      SourcePoint start = SourcePoint.startOf(file.path());
      return bad(new TextDiagnostic.TooLarge(start, limitBytes));
    }
    byte[] bytes = file.bytes();
    if (isUtf16(bytes)) {
      return bad(new TextDiagnostic.Utf16(SourcePoint.startOf(file.path())));
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), decoded, true);
    String text = Lines.withoutMark(decoded.flip().toString());
    if (result.isError()) {
      return bad(new TextDiagnostic.NotUtf8(Lines.of(text).point(file.path(), text.length())));
    }
    return Checked.of(HiddenCharacters.in(file.path(), text), () -> text);
  }

  /** Everything in a text that has the shape of a secret. */
  static List<Diagnostic> secrets(String file, String text) {
    List<SecretScan.Secret> secrets = SecretScan.find(text);
    if (secrets.isEmpty()) {
      return List.of();
    }
    Lines lines = Lines.of(text);
    List<Diagnostic> wrong = new ArrayList<>();
    for (SecretScan.Secret secret : secrets) {
      SourcePoint at = lines.point(file, secret.start());
      int rest = lines.start(at.line()) + lines.line(at.line()).length() - secret.start();
      int width = Math.max(1, Math.min(rest, secret.end() - secret.start()));
      wrong.add(new TextDiagnostic.SecretValue(at, width, secret.kind()));
    }
    return wrong;
  }

  private static <T> Checked<T> bad(Diagnostic diagnostic) {
    return new Checked.Bad<>(List.of(diagnostic));
  }

  /** By its mark, or by a first character that has a zero byte on one side. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    return marked || (bytes.length % 2 == 0 && (first == 0 ^ second == 0));
  }
}
