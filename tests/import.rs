//! Projects from files of others: every format, what is wrong with them, hostile ones, and how they join what is there.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use secrecy::ExposeSecret as _;
use tempfile::TempDir;
use tokendesk::host::random;
use tokendesk::i18n::Message;
use tokendesk::store::import::{Format, Source, Take, settle};
use tokendesk::store::memory::Call;
use tokendesk::store::{
    Draft, Environment, Folders, ImportAction, ImportItem, ImportPlan, MemoryStore, Project, SecretError,
    SecretKey, SecretPlace, SecretStore as _, Store, StoreError,
};

const SECRET: &str = "9f3c1a7be25d4086c1f0a94d7738be21c05e6d14";
const ZEGO_SECRET: &str = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";
const PEM: &str = include_str!("keys/application.pkcs8.pem");
const APPLICATION: &str = "7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b";

struct Desk {
    _folder: TempDir,
    keychain: Arc<MemoryStore>,
    store: Store,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keychain = Arc::new(MemoryStore::default());
        let store = Store::new(Folders::beneath(folder.path()), keychain.clone());
        Self { _folder: folder, keychain, store }
    }

    fn plan(&self, text: &str) -> ImportPlan {
        self.try_plan(&Source::text(text)).unwrap()
    }

    fn try_plan(&self, source: &Source<'_>) -> Result<ImportPlan, StoreError> {
        self.store.import(source, &mut random::system())
    }

    fn take(&self, text: &str) -> Vec<ImportItem> {
        self.store.apply(&self.plan(text), Some(SecretPlace::Keychain)).unwrap()
    }

    /// An OpenTok project that is there.
    fn has(&self, name: &str, key: &str) -> Project {
        let draft = Draft {
            name: name.to_owned(),
            vendor: "opentok".to_owned(),
            environment: Environment::Prod,
            credentials: [("api_key".to_owned(), key.to_owned())].into(),
            ..Draft::default()
        };
        let secrets = [("api_secret".to_owned(), "old".into())];
        self.store.add(draft, &secrets, &mut random::system()).unwrap()
    }

    fn secret(&self, project: &Project, key: &str) -> Option<String> {
        let secret = self.keychain.read(&SecretKey::new(&project.id, key)).unwrap();
        secret.map(|secret| secret.expose_secret().to_owned())
    }
}

/// `name vendor environment key=value… +secret…`
fn told(item: &ImportItem) -> String {
    let project = &item.project;
    let mut words =
        vec![format!("{:?}", project.name), project.vendor.clone(), project.environment.to_string()];
    words.extend(project.credentials.iter().map(|(key, value)| format!("{key}={value}")));
    words.extend(project.secrets.iter().map(|key| format!("+{key}")));
    words.join(" ")
}

fn all_told(plan: &ImportPlan) -> Vec<String> {
    plan.items.iter().map(told).collect()
}

/// `line key message`, with an exclamation mark where it blocks.
fn problems(item: &ImportItem) -> Vec<String> {
    let told = item.problems().iter().map(|problem| {
        let mark = if problem.blocks { "!" } else { "" };
        format!("{} {} {}{mark}", problem.line, problem.key, problem.message.id)
    });
    told.collect()
}

#[test]
fn the_names_of_every_vendor_in_an_env_file() {
    let text = format!(
        "# video\nOPENTOK_API_KEY=48213579\nexport OPENTOK_API_SECRET='{SECRET}'\n\
         VONAGE_APPLICATION_ID={APPLICATION}\nVONAGE_PRIVATE_KEY=\"{PEM}\"\n\
         NEXT_PUBLIC_ZEGO_APP_ID=1481965360\nZEGO_SERVER_SECRET={ZEGO_SECRET} # from the console\n\
         VITE_NERTC_APP_KEY=a1b2c3d4e5f60718293a4b5c6d7e8f90\nNERTC_APP_SECRET=c0ffee123456\n\
         MECLOUD_APP_ID=1024\nMECLOUD_SECRET_KEY=0123456789abcdef\nMECLOUD_EMAIL=owner@example.com\n\
         DATABASE_URL=postgres://x\n"
    );
    let desk = Desk::new();
    let plan = desk.plan(&text);
    assert_eq!(plan.format, Format::Env);
    assert_eq!(
        all_told(&plan),
        [
            "\"OpenTok\" opentok dev api_key=48213579 +api_secret",
            &format!("\"Vonage Video\" vonage dev application_id={APPLICATION} +private_key"),
            "\"ZEGO\" zego dev app_id=1481965360 +server_secret",
            "\"NetEase Yunxin\" netease dev app_key=a1b2c3d4e5f60718293a4b5c6d7e8f90 +app_secret",
            "\"MeCloud\" mecloud dev app_id=1024 email=owner@example.com +secret_key",
        ]
    );
    let lines: Vec<_> = plan.items.iter().map(|item| item.line).collect();
    assert_eq!(lines[..2], [2, 4]);
    assert_eq!(plan.ignored.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["DATABASE_URL"]);
    let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!(desk.secret(&items[0].project, "api_secret").as_deref(), Some(SECRET));
    assert_eq!(desk.secret(&items[1].project, "private_key").as_deref(), Some(PEM.trim()));
    assert_eq!(desk.store.projects().unwrap().len(), 5);
}

#[test]
fn sets_of_one_vendor_are_told_by_the_word_of_an_environment() {
    let text = "OPENTOK_API_KEY_STAGING=1\nOPENTOK_API_SECRET_STAGING=a\nPROD_OPENTOK_API_KEY=2\n\
                PROD_OPENTOK_API_SECRET=b\nZEGO_TEST_APP_ID=3\nZEGO_TEST_SERVER_SECRET=c\n\
                OPENTOK_API_KEY_2=4\nOPENTOK_API_SECRET_2=d\n";
    let plan = Desk::new().plan(text);
    assert_eq!(
        all_told(&plan),
        [
            "\"OpenTok staging\" opentok stg api_key=1 +api_secret",
            "\"OpenTok prod\" opentok prod api_key=2 +api_secret",
            "\"ZEGO test\" zego dev app_id=3 +server_secret",
            "\"OpenTok 2\" opentok dev api_key=4 +api_secret",
        ]
    );
    // The file's own name says it for all that do not.
    let source = Source {
        file: Some(".env.production"),
        folder: Some("classroom"),
        ..Source::text("TOKBOX_API_KEY=1\nTOKBOX_SECRET=a\n")
    };
    let plan = Desk::new().try_plan(&source).unwrap();
    assert_eq!(all_told(&plan), ["\"OpenTok\" opentok prod api_key=1 +api_secret"]);
    assert_eq!(plan.items[0].project.group.as_deref(), Some("classroom"));
}

#[test]
fn a_general_name_is_nobodys_without_further_evidence() {
    let pair = format!("API_KEY=48213579\nAPI_SECRET={SECRET}\n");
    let desk = Desk::new();
    let mut plan = desk.plan(&pair);
    let item = &plan.items[0];
    assert_eq!((item.decision.reading, &item.action), (None, &ImportAction::Refuse));
    assert_eq!(item.open().unwrap().id, "import-vendor-open");
    assert_eq!(desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap()[0].action, ImportAction::Refuse);
    assert!(desk.store.projects().unwrap().is_empty());
    // Said by hand.
    plan.items[0].decide_vendor("opentok");
    settle(&mut plan.items, &[]);
    assert_eq!(told(&plan.items[0]), "\"OpenTok\" opentok dev api_key=48213579 +api_secret");
    let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!(desk.secret(&items[0].project, "api_secret").as_deref(), Some(SECRET));

    // Another name of the file says whose they are.
    let evident = format!("{pair}OPENTOK_SESSION_ID=x\n");
    assert_eq!(Desk::new().plan(&evident).items[0].project.vendor, "opentok");
    // Not if the values are not as that vendor's are, and not if that vendor's own names are there as well.
    let odd = "API_KEY=sk_live_x\nAPI_SECRET=y\nOPENTOK_SESSION_ID=x\n";
    assert_eq!(Desk::new().plan(odd).items[0].action, ImportAction::Refuse);
    let both = format!("{evident}OPENTOK_API_KEY=1\nOPENTOK_API_SECRET=z\n");
    let plan = Desk::new().plan(&both);
    assert_eq!(plan.items.iter().filter(|item| item.is_taken()).count(), 1);
    // Of two that it may be, none is guessed; what fits none is left aside.
    let plan = Desk::new().plan("APP_ID=1024\nSERVER_SECRET=a\nSECRET_KEY=b\n");
    let names: Vec<_> = plan.items[0].readings.iter().map(|reading| reading.vendor.as_str()).collect();
    assert_eq!(names, ["mecloud", "zego"]);
    let plan = Desk::new().plan("API_KEY=1\nAPP_SECRET=b\n");
    assert!(plan.items.is_empty());
    assert_eq!(plan.ignored.len(), 2);
}

#[test]
fn keys_come_as_text_as_base64_or_by_their_file() {
    use base64::Engine as _;
    let encoded = base64::engine::general_purpose::STANDARD.encode(PEM);
    let written = PEM.trim().replace('\n', "\\n");
    let fetch = |name: &str| {
        if name == "./private.key" {
            Ok(PEM.to_owned().into())
        } else {
            Err(Message::new("import-key-file-none"))
        }
    };
    let take = |line: &str| {
        let desk = Desk::new();
        let text = format!("VONAGE_APPLICATION_ID={APPLICATION}\n{line}\n");
        let plan = desk.try_plan(&Source { key_files: &fetch, ..Source::text(&text) }).unwrap();
        let item = plan.items[0].clone();
        let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
        (desk.secret(&items[0].project, "private_key").map(|key| key.trim().to_owned()), problems(&item))
    };
    for line in [
        format!("VONAGE_PRIVATE_KEY64={encoded}"),
        format!("VONAGE_PRIVATE_KEY={written}"),
        format!("VONAGE_PRIVATE_KEY=\"{written}\""),
        format!("VONAGE_PRIVATE_KEY={}", PEM.trim()),
        "VONAGE_PRIVATE_KEY=./private.key".to_owned(),
        "VONAGE_APPLICATION_PRIVATE_KEY_PATH=./private.key".to_owned(),
    ] {
        assert_eq!(take(&line), (Some(PEM.trim().to_owned()), vec![]), "{line}");
    }
    assert_eq!(
        take("VONAGE_PRIVATE_KEY_PATH=../x.pem"),
        (None, vec!["2 private_key import-key-file-none!".to_owned()])
    );
    let plan = Desk::new().plan(&format!("VONAGE_APP_ID={APPLICATION}\nVONAGE_PRIVATE_KEY=./private.key\n"));
    assert_eq!(problems(&plan.items[0]), ["2 private_key import-key-file-away!"]);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let text = "OPENTOK_API_KEY=48 21\nOPENTOK_API_SECRET=short\n";
    let item = &Desk::new().plan(text).items[0];
    assert_eq!(problems(item), ["1 api_key problem-digits!", "2 api_secret advice-secret-shape"]);
    assert_eq!(item.action, ImportAction::Refuse);
    let text = "OPENTOK_API_KEY=1\nOPENTOK_KEY=2\nOPENTOK_API_SECRET=${FROM_VAULT}\n";
    let item = &Desk::new().plan(text).items[0];
    assert_eq!(problems(item), ["2 api_key import-twice", "3 api_secret import-reference!"]);
    assert_eq!(item.project.credentials["api_key"], "1");
    // A template is no project; a secret alone is nobody's; a key alone is one that lacks its secret.
    assert!(Desk::new().plan("OPENTOK_API_KEY=\nOPENTOK_API_SECRET=\n").items.is_empty());
    let item = &Desk::new().plan("OPENTOK_API_SECRET=x\n").items[0];
    assert_eq!(problems(item)[0], "1 api_key problem-missing!");
    let item = &Desk::new().plan("OPENTOK_API_KEY=1\n").items[0];
    assert_eq!(problems(item), ["1 api_secret import-secret-absent"]);
    assert!(item.is_taken());
    // Of a line that gives nothing the rest does not suffer.
    let plan = Desk::new().plan("OPENTOK_API_KEY=1\nwhat?\nOPENTOK_API_SECRET=\"open\n");
    let faults: Vec<_> = plan.faults.iter().map(|(line, message)| (*line, message.id.as_ref())).collect();
    assert_eq!(faults, [(2, "import-env-no-pair"), (3, "import-env-unclosed")]);
}

#[test]
fn tables_and_lists() {
    let desk = Desk::new();
    let table = format!(
        "Name;Vendor;Environment;api_key;api_secret;app-id;server_secret;note\n\
         Demo;OpenTok;staging;48213579;{SECRET};;;x\n;;;;;;;\n\
         Rooms;zego;prod;;;1481965360;{ZEGO_SECRET};\nOdd;nobody;;1;;;;\nBad;opentok;moon;x;;;;\n"
    );
    let plan = desk.plan(&table);
    assert_eq!(plan.format, Format::Csv);
    assert_eq!(
        all_told(&plan)[..2],
        [
            "\"Demo\" opentok stg api_key=48213579 +api_secret",
            "\"Rooms\" zego prod app_id=1481965360 +server_secret",
        ]
    );
    assert_eq!(plan.ignored, [(1, "note".to_owned())]);
    assert_eq!(plan.items[2].open().unwrap().id, "import-vendor-unknown");
    assert_eq!(
        problems(&plan.items[3]),
        [
            "6 environment import-environment",
            "6 api_key problem-digits!",
            "6 api_secret import-secret-absent"
        ]
    );

    let list = format!(
        "[\n {{\"name\": \"Demo\", \"vendor\": \"opentok\",\n  \"api_key\": 48213579, \"api_secret\": \"{SECRET}\"}},\n\
         {{\"vendor\": \"ZEGO\", \"environment\": \"prod\", \"group\": \"Rooms\",\n\
         \"credentials\": {{\"app_id\": \"1\\u0034\"}}, \"secrets\": {{\"server_secret\": \"short\"}}, \"x\": null}}\n]"
    );
    let plan = desk.plan(&list);
    assert_eq!(plan.format, Format::Json);
    assert_eq!(
        all_told(&plan),
        ["\"Demo\" opentok dev api_key=48213579 +api_secret", "\"ZEGO\" zego prod app_id=14 +server_secret",]
    );
    assert_eq!(plan.items.iter().map(|item| item.line).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(problems(&plan.items[1]), ["5 server_secret advice-secret-shape"]);

    let toml = "[[project]]\nname = \"Demo\"\nvendor = \"opentok\"\napi_key = 48213579\n\n[[project]]\nvendor = \"mecloud\"\n[project.credentials]\napp_id = 7\nsecret_key = \"k\"\nwhat = \"?\"\n";
    let plan = desk.plan(toml);
    assert_eq!(
        all_told(&plan),
        ["\"Demo\" opentok dev api_key=48213579", "\"MeCloud\" mecloud dev app_id=7 +secret_key"]
    );
    let told = problems(&plan.items[1]);
    assert!(told.contains(&"11 what import-no-field".to_owned()), "{told:?}");
    // One object alone, and what `projects list` prints.
    assert_eq!(desk.plan("{\"vendor\":\"opentok\",\"api_key\":\"1\"}").items.len(), 1);
    assert_eq!(
        desk.plan("{\"projects\":[{\"vendor\":\"opentok\",\"api_key\":\"1\",\"secrets\":[\"api_secret\"]}]}")
            .items
            .len(),
        1
    );
}

#[test]
fn what_is_no_list_of_projects_is_said() {
    let desk = Desk::new();
    let refused = |text: &str, file: Option<&str>| match desk.try_plan(&Source { file, ..Source::text(text) })
    {
        Err(StoreError::ImportRefused { message }) => message.id.into_owned(),
        Err(StoreError::Import { line, .. }) => format!("line {line}"),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(refused("[1, 2]", None), "import-no-list");
    assert_eq!(refused("name,vendor\na,b\n", None), "import-no-header");
    assert_eq!(refused("[\n{\"a\": }]", None), "line 2");
    assert_eq!(refused("[[project]]\nname =\n", None), "line 2");
    assert_eq!(refused("hello", None), "line 1");
    assert_eq!(refused(&"[".repeat(100_000), None), "line 1");
    assert_eq!(refused(&format!("{}{}", "[".repeat(50), "]".repeat(50)), None), "line 1");
    assert_eq!(
        refused(&format!("{{\"a\":{}1{}}}", "{\"a\":".repeat(5000), "}".repeat(5000)), None),
        "line 1"
    );
    let many = "opentok,1\n".repeat(3000);
    assert_eq!(refused(&format!("vendor,api_key\n{many}"), Some("a.csv")), "import-too-many");
}

#[test]
fn hostile_texts_give_a_plan_or_an_error_and_no_secret() {
    let marker = "marker-7c1f-secret";
    let desk = Desk::new();
    let long = "A".repeat(100_000);
    for text in [
        format!("{{\"version\":1,\"project\":[{{\"id\":\"{marker}\"}}]}}"),
        format!("OPENTOK_API_SECRET=\"{marker}\nOPENTOK_API_KEY={marker}"),
        format!("vendor,api_key,api_secret\nopentok,{marker}\"x,{marker}\n"),
        format!("vendor,api_key\nopentok,\"{marker}\n"),
        format!("[[project]]\napi_secret = {marker}\n"),
        format!("[{{\"api_secret\":\"{marker}\",\"vendor\":7,\"name\":\"\\u0000\"}}]"),
        format!("{long}={long}\n{long}"),
        "[{\"vendor\":\"opentok\",\"api_key\":[1]}]".to_owned(),
        "\u{202e}=\u{0}\n=\n\"".to_owned(),
        "[[project]]\n".repeat(1999),
        "name,vendor,api_key\n=HYPERLINK(\"x\"),opentok,1\n".to_owned(),
        "OPENTOK_API_KEY=-----BEGIN PRIVATE KEY-----\n".repeat(2000),
    ] {
        for format in [None].into_iter().chain(Format::ALL.map(Some)) {
            let read = desk.try_plan(&Source { format, ..Source::text(&text) });
            let said = match &read {
                Ok(plan) => {
                    let ids = |item: &ImportItem| format!("{:?}", item.readings);
                    // A public field shows what it got; a secret one never does.
                    let told: Vec<_> =
                        plan.items.iter().filter(|item| item.can_be_taken()).map(ids).collect();
                    told.concat()
                }
                Err(error) => format!("{error} {error:?}"),
            };
            let shown: String = said.chars().take(300).collect();
            assert!(!said.contains(marker), "{format:?} {text:.60}: {shown}");
        }
    }
}

#[test]
fn a_secret_of_a_vendor_that_is_not_known_here_does_not_reach_the_file() {
    let desk = Desk::new();
    for secrets in [
        r#""secrets":{"api_secret":"marker-7c1f"},"vendor":"later""#,
        r#""vendor":"later","secrets":{"x":"marker-7c1f"}"#,
    ] {
        let text =
            format!(r#"{{"version":1,"projects":[{{{secrets},"name":"New","credentials":{{"app":"1"}}}}]}}"#);
        let items = desk.take(&text);
        assert!(!format!("{items:?}").contains("marker-7c1f"), "{items:?}");
    }
    let projects = desk.store.projects().unwrap();
    assert_eq!(projects.len(), 2);
    for project in projects {
        assert_eq!(project.credentials, [("app".to_owned(), "1".to_owned())].into(), "{project:?}");
    }
}

#[test]
fn the_same_project_is_told_and_never_overwritten_unasked() {
    let desk = Desk::new();
    let there = desk.has("Classroom", "48213579");
    let text = format!("OPENTOK_API_KEY=48213579\nOPENTOK_API_SECRET={SECRET}\n");
    let mut plan = desk.plan(&text);
    assert_eq!(plan.items[0].same().unwrap().name, "Classroom");
    assert_eq!(plan.items[0].action, ImportAction::Skip);
    desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!(desk.store.projects().unwrap(), std::slice::from_ref(&there));
    assert_eq!(desk.secret(&there, "api_secret").as_deref(), Some("old"));

    // Added beside it.
    plan.items[0].decision.take = Take::Add;
    let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!((items[0].project.name.as_str(), &items[0].action), ("OpenTok", &ImportAction::Add));
    desk.store.remove(&items[0].project.id).unwrap();

    // Replaced: what the file does not say stays.
    plan.items[0].decision.take = Take::Replace;
    let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!(items[0].action, ImportAction::Replace { name: "Classroom".to_owned() });
    assert_eq!(desk.store.projects().unwrap(), std::slice::from_ref(&there));
    assert_eq!(desk.secret(&there, "api_secret").as_deref(), Some(SECRET));

    // By id, whatever else differs; and beside it under an id and a name of its own.
    let text = desk.store.export().unwrap().replace("48213579", "46123");
    let mut plan = desk.plan(&text);
    assert_eq!(plan.items[0].same().unwrap().name, "Classroom");
    plan.items[0].decision.take = Take::Add;
    let items = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap();
    assert_eq!(items[0].project.name, "Classroom (2)");
    assert_ne!(items[0].project.id, there.id);
    assert_eq!(desk.store.projects().unwrap().len(), 2);
    // Twice the same in one text: once.
    let list = "[{\"id\":\"p0123456789ab\",\"vendor\":\"opentok\",\"api_key\":\"9\"},{\"id\":\"p0123456789ab\",\"vendor\":\"opentok\",\"api_key\":\"9\"}]";
    let actions: Vec<_> = desk.plan(list).items.into_iter().map(|item| item.action).collect();
    assert_eq!(actions, [ImportAction::Add, ImportAction::Skip]);
}

#[test]
fn a_keychain_that_fails_leaves_everything_as_it_was() {
    let text = format!(
        "OPENTOK_API_KEY=1\nOPENTOK_API_SECRET={SECRET}\nZEGO_APP_ID=2\nZEGO_SERVER_SECRET={ZEGO_SECRET}\n"
    );
    for after in 0..2 {
        let desk = Desk::new();
        desk.keychain.fail_after(after, Call::Write, SecretError::Locked);
        let plan = desk.plan(&text);
        let failed = desk.store.apply(&plan, Some(SecretPlace::Keychain)).unwrap_err();
        assert_eq!(failed, StoreError::Secret(SecretError::Locked));
        assert_eq!((desk.store.projects().unwrap().len(), desk.keychain.keys().len()), (0, 0));
        // The same plan once more, without secrets, then for this run.
        let items = desk.store.apply(&plan, None).unwrap();
        assert!(items.iter().all(|item| item.project.secrets.is_empty()));
        assert!(desk.keychain.keys().is_empty());
        desk.store.remove(&items[0].project.id).unwrap();
        let items = desk.store.apply(&plan, Some(SecretPlace::ThisRun)).unwrap();
        assert!(desk.keychain.keys().is_empty());
        let kept = desk.store.secrets_of(&items[0].project).unwrap();
        assert_eq!(kept["api_secret"].expose_secret(), SECRET);
    }
}

#[test]
fn many_of_one_name_take_no_long_time() {
    let table = format!("name,vendor,api_key\n{}", "Demo,opentok,7\n".repeat(2000));
    let items = Desk::new().take(&table);
    assert_eq!(items[1999].project.name, "Demo (2000)");
}

#[test]
fn an_export_as_a_table_comes_back() {
    let desk = Desk::new();
    for (name, group) in [("=1+1", "+84"), ("'=quoted", "a,b;\"c\"\td"), ("Trần 会议", "-x"), ("it's", "@y")]
    {
        let project = desk.has(name, "48213579");
        let draft = Draft { group: Some(group.to_owned()), ..project.draft() };
        desk.store.change(&project, draft, &[], &[]).unwrap();
    }
    let table = desk.store.export_csv().unwrap();
    assert!(!table.contains("old"), "{table}");
    assert!(
        table
            .lines()
            .flat_map(|line| line.split(','))
            .all(|cell| { !cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']) }),
        "{table}"
    );
    let other = Desk::new();
    let items = other.take(&table);
    assert!(items.iter().all(|item| item.action == ImportAction::Add), "{items:?}");
    let bare = |desk: &Desk| {
        let projects = desk.store.projects().unwrap();
        projects.into_iter().map(|project| Project { secrets: [].into(), ..project }).collect::<Vec<_>>()
    };
    assert_eq!(bare(&other), bare(&desk));
}
