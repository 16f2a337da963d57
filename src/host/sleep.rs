//! Notices that the machine goes to sleep, where the platform tells: on Linux, systemd-logind says so on the system bus
//! (`org.freedesktop.login1.Manager`, signal `PrepareForSleep`).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens from its start to the end of the process.
#[derive(Debug, Default)]
pub struct Sleep {
    told: Arc<AtomicBool>,
}

impl Sleep {
    /// Starts to listen, on a thread of its own. `wake` is called there when the machine is about to sleep. Without a
    /// system bus nothing is ever told.
    ///
    /// # Errors
    ///
    /// If the operating system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let sleep = Self::default();
        let told = sleep.told.clone();
        std::thread::Builder::new().name("sleep".to_owned()).spawn(move || {
            listen(&|| {
                told.store(true, Ordering::SeqCst);
                wake();
            });
        })?;
        Ok(sleep)
    }

    /// Whether it was told since the last call.
    pub fn take(&self) -> bool {
        self.told.swap(false, Ordering::SeqCst)
    }
}

#[cfg(target_os = "linux")]
fn listen(told: &dyn Fn()) {
    use zbus::blocking::{Connection, MessageIterator};
    let heard = Connection::system().and_then(|bus| {
        let rule = zbus::MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .path("/org/freedesktop/login1")?
            .interface("org.freedesktop.login1.Manager")?
            .member("PrepareForSleep")?
            .build();
        for message in MessageIterator::for_match_rule(rule, &bus, None)? {
            // True before, false after.
            if message?.body().deserialize::<bool>()? {
                told();
            }
        }
        Ok(())
    });
    // A machine without the bus, or whose bus has ended: the lock by idle time stays.
    drop(heard);
}

#[cfg(not(target_os = "linux"))]
fn listen(_told: &dyn Fn()) {}
