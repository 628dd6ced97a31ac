import { graphql } from '#client/gql/index.ts';

/** Whose hours there are to choose from, and the teams. */
export const HoursScopesDocument = graphql(`
  query HoursSection_scopes {
    channelAccounts {
      id
      name
      channel {
        name
        label
      }
    }
    teams {
      ...TeamsCard_team
    }
    users {
      id
      name
    }
  }
  fragment TeamsCard_team on Team {
    id
    name
    members {
      id
      name
    }
    accounts {
      id
      name
    }
  }
`);

/** The hours of one scope as they can be edited. */
export const HoursSetupDocument = graphql(`
  query HoursSection_setup($scope: HoursScopeInput!) {
    openingHours(scope: $scope) {
      ...HoursSetup_setup
    }
  }
  fragment Hours_fields on OpeningHours {
    timeZone
    versions {
      validFrom
      week {
        from
        to
      }
    }
    closures {
      date
      reason
    }
    openings {
      date
      intervals {
        from
        to
      }
      reason
    }
    dutchHolidays
    holidayChoices {
      validFrom
      codes
    }
  }
  fragment HoursSetup_setup on OpeningHoursSetup {
    effective {
      ...Hours_fields
    }
    weeks {
      id
      validFrom
      week {
        from
        to
      }
      recordedAt
      recordedBy {
        id
        name
      }
    }
    days {
      id
      from
      to
      intervals {
        from
        to
      }
      reason
    }
    holidays
  }
  fragment Hours_result on SetHoursResult {
    __typename
    ... on SetHoursSuccess {
      setup {
        ...HoursSetup_setup
      }
      otherwiseDue {
        promise {
          id
          dueAt
          wording {
            text
          }
        }
        conversation {
          id
          contact {
            id
            displayName
          }
        }
        wouldBeDueAt
      }
    }
    ... on HoursReachBack {
      message {
        nl
        en
      }
      from
    }
    ... on NotFound {
      message {
        nl
        en
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
`);

/** Sets a week. */
export const SetWeekDocument = graphql(`
  mutation WeekEditor_set($input: SetOpeningWeekInput!) {
    result: setOpeningWeek(input: $input) {
      ...Hours_result
    }
  }
`);

/** Sets special days. */
export const SetDaysDocument = graphql(`
  mutation SpecialDaysCard_set($input: SetSpecialDaysInput!) {
    result: setSpecialDays(input: $input) {
      ...Hours_result
    }
  }
`);

/** Sets the holidays. */
export const SetHolidaysDocument = graphql(`
  mutation HolidaysCard_set($input: SetHolidaysInput!) {
    result: setHolidays(input: $input) {
      ...Hours_result
    }
  }
`);

/** Sets the zone. */
export const SetZoneDocument = graphql(`
  mutation HolidaysCard_setZone($timeZone: String!) {
    result: setBusinessZone(timeZone: $timeZone) {
      ...Hours_result
    }
  }
`);

/** Ends a week or special days. */
export const RemoveHoursDocument = graphql(`
  mutation HoursSection_remove($id: ID!, $scope: HoursScopeInput!) {
    result: removeHours(id: $id, scope: $scope) {
      ...Hours_result
    }
  }
`);

/** Gives open promises the deadline of the present hours. */
export const RecomputeDocument = graphql(`
  mutation OtherwiseDueDialog_recompute($ids: [ID!]!) {
    recomputePromises(ids: $ids) {
      ... on RecomputePromisesSuccess {
        promises {
          id
          dueAt
        }
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Makes or changes a team. */
export const SaveTeamDocument = graphql(`
  mutation TeamsCard_save($input: SaveTeamInput!) {
    saveTeam(input: $input) {
      ... on SaveTeamSuccess {
        team {
          ...TeamsCard_team
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
    }
  }
`);

/** Notes what a page says about its reply time. */
export const SetClaimDocument = graphql(`
  mutation ClaimEditor_set($input: SetPublicClaimInput!) {
    setPublicClaim(input: $input) {
      ... on SetPublicClaimSuccess {
        account {
          ...AccountCard_account
        }
      }
      ... on NotFound {
        message {
          nl
          en
        }
      }
      ... on InvalidInput {
        message {
          nl
          en
        }
      }
    }
  }
`);
