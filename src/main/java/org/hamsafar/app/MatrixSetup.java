package org.hamsafar.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamsafar.channel.Channel;
import org.hamsafar.channel.ConversationId;
import org.hamsafar.channel.matrix.MatrixAccount;
import org.hamsafar.channel.matrix.MatrixAdmin;
import org.hamsafar.channel.matrix.MatrixChannel;
import org.hamsafar.channel.matrix.MatrixSettings;
import org.hamsafar.channel.matrix.MatrixTexts;
import org.hamsafar.conversation.Command;
import org.hamsafar.language.LanguageTag;

/** Wires the Matrix channel. */
public final class MatrixSetup {
  private static final String NAME = "matrix";

  private MatrixSetup() {}

  /** The folder of the account. */
  public static Path folder(Settings settings) {
    return settings.data().resolve(NAME);
  }

  /** Whether somebody has logged in. */
  public static boolean isConfigured(Settings settings) {
    return MatrixAccount.exists(folder(settings));
  }

  /**
   * Logs in if nobody has and the environment says how, as a container does it.
   *
   * @throws IllegalArgumentException if the homeserver refuses
   */
  public static void loginOnce(Settings settings, Map<String, String> environment) {
    String homeserver = environment.getOrDefault("HAMSAFAR_MATRIX_HOMESERVER", "").strip();
    String user = environment.getOrDefault("HAMSAFAR_MATRIX_USER", "").strip();
    String password = environment.getOrDefault("HAMSAFAR_MATRIX_PASSWORD", "").strip();
    if (isConfigured(settings) || homeserver.isEmpty() || user.isEmpty() || password.isEmpty()) {
      return;
    }
    try {
      admin(settings).login(URI.create(homeserver), user, password);
    } catch (IOException | MatrixAccount.Unusable e) {
      throw new IllegalArgumentException(
          "Matrix: the login failed (%s). To mend it: check HAMSAFAR_MATRIX_HOMESERVER, _USER and _PASSWORD."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Login, keys and logout. */
  public static MatrixAdmin admin(Settings settings) {
    return new MatrixAdmin(folder(settings), settings.clock());
  }

  /**
   * Opens the account.
   *
   * @throws IllegalArgumentException if it cannot be used, with what an operator can do about it
   */
  public static Channel channel(Core core, Settings settings, Optional<ConversationId> volunteers)
      throws IOException, InterruptedException {
    try {
      return MatrixChannel.open(
          MatrixAccount.read(folder(settings)),
          settings(volunteers),
          texts(core),
          new MatrixChannel.Clocks(settings.clock(), System::nanoTime));
    } catch (MatrixAccount.Unusable e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static MatrixSettings settings(Optional<ConversationId> volunteers) {
    Set<String> commands =
        Arrays.stream(Command.values())
            .filter(c -> c != Command.UNKNOWN)
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return MatrixSettings.usual(commands)
        .withVolunteers(volunteers.filter(v -> v.channel().equals(NAME)).map(ConversationId::id));
  }

  /** Nobody's language is known before the first message can be read. */
  private static MatrixTexts texts(Core core) {
    return () ->
        List.of(LanguageTag.DARI, new LanguageTag("ps"), LanguageTag.ENGLISH).stream()
            .map(tag -> core.catalogue().text(tag, "undecryptable"))
            .collect(Collectors.joining("\n\n"));
  }
}
