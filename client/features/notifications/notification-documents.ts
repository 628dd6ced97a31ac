import { graphql } from '#client/gql/index.ts';

/** How alerts are told, with the colleagues to choose from. */
export const NotificationSettingsDocument = graphql(`
  query NotificationSettings {
    notificationSettings {
      ...NotificationForm_settings
    }
    outboundWebhooks {
      ...OutboundWebhookRow_webhook
    }
    users {
      id
      name
      role
    }
  }
  fragment NotificationForm_settings on NotificationSettings {
    chain {
      afterMinutes
      to
      people {
        id
      }
      byEmail
    }
    kinds
    language
    quietHours {
      from
      to
    }
    digest {
      at
      weekdays
      people {
        id
      }
    }
    reassignAfterMinutes
    mailConfigured
    updatedAt
  }
  fragment OutboundWebhookRow_webhook on OutboundWebhook {
    id
    url
    enabled
    lastSentAt
    lastError
  }
`);

/** Sets how alerts are told. */
export const SetNotificationSettingsDocument = graphql(`
  mutation NotificationForm_set($input: NotificationSettingsInput!) {
    setNotificationSettings(input: $input) {
      ... on SetNotificationSettingsSuccess {
        settings {
          ...NotificationForm_settings
        }
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
        field
      }
    }
  }
`);

/** Adds an outbound webhook; the secret comes this once. */
export const AddOutboundWebhookDocument = graphql(`
  mutation OutboundWebhooks_add($url: String!) {
    addOutboundWebhook(url: $url) {
      ... on AddOutboundWebhookSuccess {
        webhook {
          ...OutboundWebhookRow_webhook
        }
        secret
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
        field
      }
    }
  }
`);

/** Switches an outbound webhook on or off. */
export const EnableOutboundWebhookDocument = graphql(`
  mutation OutboundWebhooks_enable($id: ID!, $enabled: Boolean!) {
    enableOutboundWebhook(id: $id, enabled: $enabled) {
      ... on OutboundWebhookSuccess {
        webhook {
          ...OutboundWebhookRow_webhook
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Sends a test message. */
export const TestOutboundWebhookDocument = graphql(`
  mutation OutboundWebhooks_test($id: ID!) {
    testOutboundWebhook(id: $id) {
      ... on OutboundWebhookTested {
        taken
        problem
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Removes an outbound webhook. */
export const RemoveOutboundWebhookDocument = graphql(`
  mutation OutboundWebhooks_remove($id: ID!) {
    removeOutboundWebhook(id: $id)
  }
`);
